/* The fit: target, what was seen, all replicas; the middle replica through its training; kinks and pieces. */
(function () {
  'use strict';

  const {panels, scales} = P;
  const {data} = P;
  const FRAME_MILLIS = 180;
  const HEIGHT = 420;
  const FAINT = 'fill: none; stroke: var(--muted); stroke-width: 1; opacity: 0.35';
  const DOT = 'fill: var(--c3); stroke: none; opacity: 0.7';
  const MEDIAN = 'fill: none; stroke: var(--c1); stroke-width: 2; stroke-dasharray: 7 3';
  const GREYED = 'fill: none; stroke: var(--muted); stroke-width: 1.5; stroke-dasharray: 7 3; opacity: 0.6';
  const alternativeStyle = i => `fill: none; stroke: ${P.color(6 + i)}; stroke-width: 1.8; stroke-dasharray: 2 4; stroke-linecap: round`;
  const LIT = 'fill: none; stroke: var(--c2); stroke-width: 2';

  const sorted = new Map();

  /** A cell's points of one input in ascending order: [x, target, p25, median, p75]. */
  function points(cell) {
    if (!sorted.has(cell)) {
      const columns = data.predictions[cell].columns.map(P.decode);
      const order = Array.from(columns[0], (x, i) => i).sort((a, b) => columns[0][a] - columns[0][b]);
      sorted.set(cell, columns.map(column => order.map(i => column[i])));
    }
    return sorted.get(cell);
  }

  /** How many inputs a cell's target has; beside x there are target, quartile, median, quartile. */
  const inputs = cell => data.predictions[cell].columns.length - 4;

  /** Whether the fit is the figure that answers. */
  const isFirst = container => container.closest('#section-answer') !== null;

  const cellsOf = holds => P.shownCells().filter(cell => data.predictions[cell] && holds(inputs(cell)));

  /** The cell of the address among these, else the first in the order of the answer. */
  const begin = cells => (cells.includes(P.state.get('cell')) ? P.state.get('cell') : P.best(cells));

  /** A select of cells, best first; what is chosen is kept in the address. */
  function cellSelect(cells) {
    const options = data.order.filter(cell => cells.includes(cell))
      .map(cell => ({value: String(cell), text: `${P.label(cell)}: ${data.cells[cell].verdict}`}));
    return cells.length < 2 ? null : P.select('Cell', options, String(begin(cells)), value => P.state.set('cell', Number(value)));
  }

  /** Calls when another of these cells is chosen, here or in the address. */
  function onCell(cells, node, call) {
    P.state.on('cell', cell => {
      if (cells.includes(cell)) {
        if (node) {
          node.querySelector('select').value = String(cell);
        }
        call(cell);
      }
    });
  }

  /** The training points of a cell's middle replica, of many the first: columns of inputs and outputs; null where none are known. */
  function samples(cell) {
    const found = data.samples.cells[cell];
    if (!found) {
      return null;
    }
    const columns = data.samples.sets[found[0]].map(P.decode);
    const shown = columns[0].length;
    return {columns, replica: found[1],
      text: `training points of replica ${found[1]}${shown < found[2] ? `, the first ${shown} of ${found[2]}` : ''}`};
  }

  /** The alternatives of a cell's target: names and values at the points of its fits. */
  function alternatives(cell) {
    const set = data.alternatives.cells[cell];
    return set === null || set === undefined ? []
      : data.alternatives.sets[set].map(([name, curve]) => ({name, values: P.decode(curve)}));
  }

  function within(values, xs, [low, high]) {
    return values.filter((value, i) => xs[i] >= low && xs[i] <= high);
  }

  function spread(first, second, factor) {
    const middle = (first + second) / 2;
    const half = (second - first) / 2 * factor;
    return [middle - half, middle + half];
  }

  const fits = new Map();

  function fit(cell) {
    if (!fits.has(cell) && data.fits[cell]) {
      const raw = data.fits[cell];
      fits.set(cell, {
        x: P.decode(raw.x), steps: raw.steps, middle: raw.middle, moving: raw.moving.map(P.decode),
        replicas: raw.replicas, last: raw.last.map(P.decode),
      });
    }
    return fits.get(cell) || null;
  }

  /** Shades where training points lay, behind the curves; where there is room its name goes over them. */
  function seen(range, x, box, group, over) {
    const [low, high] = range;
    const from = Math.max(box.x0, x(low));
    const to = Math.min(box.x1, x(high));
    if (to <= from) {
      return;
    }
    group.append(P.svg('rect', {x: from, y: box.y0, width: to - from, height: box.y1 - box.y0, style: 'fill: var(--seen)'},
      P.svg('title', {}, 'the range of the training data')));
    if (over && to - from > 110) {
      over.append(panels.text('seen in training', (from + to) / 2, box.y0 + 16, {'text-anchor': 'middle', class: 'tick over'}));
    }
  }

  /** The kinks of the replica that moves; others' would not be those of the curve that is drawn. */
  function kinksOf(cell) {
    const moving = fit(cell);
    return (moving && (data.breakpoints[cell] || []).find(each => each.replica === moving.middle)) || null;
  }

  function kinks(first, group, box, x) {
    const xs = P.decode(first.x);
    const edges = [...xs].filter(value => value > x.domain[0] && value < x.domain[1]).map(x);
    const borders = [box.x0, ...edges, box.x1];
    borders.slice(1).forEach((edge, i) => {
      if (i % 2 === 1) {
        group.append(P.svg('rect', {
          x: borders[i], y: box.y0, width: Math.max(0, edge - borders[i]), height: box.y1 - box.y0,
          style: 'fill: var(--c0); opacity: 0.07',
        }));
      }
    });
    xs.forEach((value, i) => {
      if (value >= x.domain[0] && value <= x.domain[1]) {
        group.append(P.svg('line', {
          x1: x(value), x2: x(value), y1: box.y0, y2: box.y1,
          style: 'stroke: var(--c0); stroke-width: 1; stroke-dasharray: 2 3', 'data-kink': value,
        }, P.svg('title', {}, `layer ${first.layer[i]} unit ${first.unit[i]}: slope ${P.number(first.left[i])} → `
          + P.number(first.right[i]))));
      }
    });
    return edges.length;
  }

  function sectionOfOneInput(container, cells) {
    const state = {cell: begin(cells), view: 'all', at: -1, pieces: false, lit: null, seen: true};
    let figure = null;
    let timer = null;
    const redraw = () => figure && figure.redraw();

    function view(xs) {
      const [low, high] = P.extent(xs);
      const [a, b] = data.cells[state.cell].range[0];
      const wanted = state.view === 'data' ? spread(a, b, 1.05) : state.view === 'near' ? spread(a, b, 2) : [low, high];
      return [Math.max(low, wanted[0]), Math.min(high, wanted[1])];
    }

    function legend(moving, at, known, others, width) {
      const ended = moving && at < moving.steps.length - 1;
      return panels.legend([
        {text: 'target', style: 'stroke: var(--ink); stroke-width: 2.2'},
        {text: `median of all replicas, band of their quartiles${ended ? ', at the end' : ''}`, style: ended ? GREYED : panels.stroke(1)},
        ...(moving ? [{text: `replica ${moving.middle}, the middle one, step ${moving.steps[at]}`, style: 'stroke: var(--c0); stroke-width: 2.4'}]
          : []),
        ...(state.lit === null ? [] : [{text: `replica ${state.lit}`, style: LIT}]),
        ...others.map(({name}, i) => ({text: `alternative: ${name}`, style: alternativeStyle(i)})),
        ...(known ? [{text: known.text, style: DOT, dot: true}] : []),
      ], width - 76);
    }

    function draw(width) {
      const [xs, target, p25, median, p75] = points(state.cell);
      const moving = fit(state.cell);
      const last = moving ? moving.steps.length - 1 : 0;
      const at = state.at < 0 ? last : Math.min(state.at, last);
      const shown = view(xs);
      const known = state.seen ? samples(state.cell) : null;
      const others = moving ? alternatives(state.cell) : [];
      const key = legend(moving, at, known, others, width);
      const curves = [['target', within(target, xs, shown)], ['median', within(median, xs, shown)]];
      const limits = scales.robust(curves[0][1], [curves[1][1], ...(known ? [within(known.columns[1], known.columns[0], shown)] : [])]);
      const tall = {y0: 14 + key.height, y1: HEIGHT - 48};
      const y = P.linear(limits, [tall.y1, tall.y0]);
      const box = {x0: panels.left({scale: y}, tall.y1 - tall.y0), x1: width - 14, ...tall};
      const x = P.linear(shown, [box.x0, box.x1]);
      const name = P.label(state.cell);
      const root = panels.sheet(width, HEIGHT,
        `The fit of ${name}: the target, the range that was seen, and what the networks answer.`, {
          'data-cell': state.cell, 'data-step': moving ? moving.steps[at] : '', 'data-kinks': '0',
          'data-y0': moving ? moving.moving[at][Math.floor(moving.x.length / 2)] : '',
        });
      const {plot, over} = panels.panel(root, box, {x: {scale: x, label: 'x'}, y: {scale: y, label: 'y'}});
      seen(data.cells[state.cell].range[0], x, box, plot, over);
      if (state.pieces) {
        const first = kinksOf(state.cell);
        if (first && at === last) {
          root.setAttribute('data-kinks', kinks(first, plot, box, x));
        } else {
          over.append(panels.text(first ? 'kinks are known at the last step' : 'this replica has no kinks', box.x1 - 6, box.y1 - 8,
            {'text-anchor': 'end'}));
        }
      }
      if (known) {
        dots(plot, known, x, y);
      }
      plot.append(P.svg('path', {
        d: P.band(xs, p25, p75, x, y), style: `fill: var(${at < last ? '--muted' : '--c1'}); opacity: 0.22; stroke: none`,
      }));
      if (moving && at === last) {
        replicas(plot, moving, x, y);
      }
      others.forEach(({values}, i) => plot.append(P.svg('path', {
        d: P.line(moving.x, values, x, y), style: alternativeStyle(i), 'data-alternative': i,
      }, P.svg('title', {}, others[i].name))));
      plot.append(
        P.svg('path', {d: P.line(xs, target, x, y), style: 'fill: none; stroke: var(--ink); stroke-width: 2.2'}),
        P.svg('path', {
          class: 'median', d: P.line(xs, median, x, y), style: at < last ? GREYED : MEDIAN,
        }));
      if (moving) {
        plot.append(P.svg('path', {
          class: 'moving', d: P.line(moving.x, moving.moving[at], x, y),
          style: 'fill: none; stroke: var(--c0); stroke-width: 2.4',
        }, P.svg('title', {}, `replica ${moving.middle} after ${moving.steps[at]} steps`)));
      }
      scales.say(over, box, scales.clipped(curves, limits));
      key.draw(over, box.x0, 4);
      return root;
    }

    function dots(plot, {columns: [inputs, outputs]}, x, y) {
      let d = '';
      inputs.forEach((value, i) => {
        if (Number.isFinite(outputs[i])) {
          d += `M${x(value).toFixed(1)},${y(outputs[i]).toFixed(1)}h0`;
        }
      });
      plot.append(P.svg('path', {
        d, class: 'samples', 'data-samples': inputs.length,
        style: `fill: none; stroke: var(--c3); stroke-width: ${inputs.length > 300 ? 3 : 4.5}; stroke-linecap: round; opacity: 0.55`,
      }));
    }

    function replicas(plot, moving, x, y) {
      moving.last.forEach((curve, i) => {
        const replica = moving.replicas[i];
        const line = P.svg('path', {
          d: P.line(moving.x, curve, x, y), 'data-replica': replica, style: replica === state.lit ? LIT : FAINT,
        }, P.svg('title', {}, `replica ${replica}`));
        const light = on => () => line.setAttribute('style', on || replica === state.lit ? LIT : FAINT);
        line.addEventListener('mouseenter', light(true));
        line.addEventListener('mouseleave', light(false));
        plot.append(line);
      });
    }

    function table() {
      const [xs, target, p25, median, p75] = points(state.cell);
      const every = Math.ceil(xs.length / 200);
      return {
        columns: ['x', 'target', 'quartile', 'median', 'quartile'],
        rows: Array.from(xs, (x, i) => i).filter(i => i % every === 0 || i === xs.length - 1)
          .map(i => [panels.tick(xs[i]), ...[target[i], p25[i], median[i], p75[i]].map(P.number)]),
      };
    }

    const steps = () => (fit(state.cell) ? fit(state.cell).steps : [0]);
    /** The place of the address's step; the last where the cell has no such checkpoint. */
    const place = () => {
      const found = steps().indexOf(P.state.get('step'));
      return found < 0 ? steps().length - 1 : found;
    };
    const slider = P.range('Step', 0, steps().length - 1, place(), at => {
      state.at = at;
      P.state.set('step', at === steps().length - 1 ? null : steps()[at]);
      redraw();
      return `${steps()[at]}`;
    });
    slider.input.id = 'fit-step';
    slider.querySelector('label').htmlFor = 'fit-step';

    function stop() {
      clearInterval(timer);
      timer = null;
      play.textContent = 'Play';
    }

    const play = P.button('Play', () => {
      if (timer) {
        stop();
        return;
      }
      play.textContent = 'Pause';
      if (Number(slider.input.value) >= steps().length - 1) {
        slider.set(0);
      }
      timer = setInterval(() => {
        const next = Number(slider.input.value) + 1;
        if (next >= steps().length) {
          stop();
        } else {
          slider.set(next);
        }
      }, FRAME_MILLIS);
    });
    play.id = 'fit-play';

    const single = P.el('span', {class: 'control'});

    /** Other cells have other replicas in view. */
    function offerReplicas() {
      const {replicas: others} = fit(state.cell) || {replicas: []};
      state.lit = null;
      single.replaceChildren(...(others.length === 0 ? [] : [P.select('Replica', [{value: '', text: 'none'},
        ...others.map(replica => ({value: String(replica), text: String(replica)}))], '', value => {
        state.lit = value === '' ? null : Number(value);
        redraw();
      })]));
    }

    function choose(cell) {
      stop();
      state.cell = cell;
      offerReplicas();
      slider.input.max = steps().length - 1;
      slider.hidden = play.hidden = steps().length < 2;
      slider.set(place());
    }

    const chooser = cellSelect(cells);

    const controls = [
      chooser,
      P.select('View', [{value: 'all', text: 'all that was examined'}, {value: 'near', text: 'twice the data'},
        {value: 'data', text: 'the data'}], 'all', value => {
        state.view = value;
        redraw();
      }),
      slider, play, single,
      data.samples.cells.some(each => each) ? P.checkbox('training points', true, checked => {
        state.seen = checked;
        redraw();
      }) : null,
      data.breakpoints.some(each => each) ? P.checkbox('kinks and pieces', false, checked => {
        state.pieces = checked;
        redraw();
      }) : null,
    ].filter(control => control !== null);
    figure = P.figure(container, {
      id: 'fit-curve',
      title: 'What the networks answer',
      caption: 'Shaded: where training points lay. Thin: the first replicas at the last step, named on hover; the list picks one '
        + 'out. The slider moves the middle replica through its training; what is of the end is grey then. The axis is cut where a '
        + 'few values would flatten the rest, and says so.',
      controls, draw, table, minHeight: HEIGHT, isFirst: isFirst(container),
    });
    choose(state.cell);
    onCell(cells, chooser, choose);
    P.state.on('step', () => {
      if (place() !== Number(slider.input.value)) {
        slider.set(place());
      }
    });
  }

  /** Two inputs: target, median and error as coloured points side by side. */
  function sectionOfTwoInputs(container, cells) {
    let cell = begin(cells);
    const chooser = cellSelect(cells);
    const draw = width => {
      const [x1, x2, target, , median] = data.predictions[cell].columns.map(P.decode);
      const errors = Array.from(median, (value, i) => Math.abs(value - target[i]));
      const across = width > 720 ? 3 : 1;
      const side = Math.min(330, (width - 20) / across - 24);
      const rows = 3 / across;
      const root = panels.sheet(width, rows * (side + 112), `Target, median answer and error of ${P.label(cell)}.`, {'data-cell': cell});
      const known = samples(cell);
      const both = shades(scales.bulk([...target]) || scales.bulk([...median]) || [0, 1]);
      const off = shades([0, (scales.bulk(errors) || [0, 1])[1]]);
      const values = [['target', target, both], ['median answer', median, both], ['absolute error', errors, off]];
      values.forEach(([name, column, shading], i) => {
        const left = (i % across) * (width / across) + 48;
        const top = Math.floor(i / across) * (side + 112) + 26;
        const box = {x0: left, x1: left + side - 40, y0: top, y1: top + side - 40};
        const x = P.linear(P.extent(x1), [box.x0 + 4, box.x1 - 4]);
        const y = P.linear(P.extent(x2), [box.y1 - 4, box.y0 + 4]);
        const {plot, over} = panels.panel(root, box, {x: {scale: x, label: 'x1'}, y: {scale: y, label: i % across ? '' : 'x2'}, title: name});
        column.forEach((value, point) => {
          if (Number.isFinite(value)) {
            plot.append(P.svg('circle', {
              cx: x(x1[point]), cy: y(x2[point]), r: 3.4, style: `fill: ${shading.of(value)}; stroke: none`,
            }));
          }
        });
        if (known && i === 0) {
          known.columns[0].forEach((value, point) => plot.append(P.svg('circle', {
            class: 'samples', cx: x(value), cy: y(known.columns[1][point]), r: 1.6, style: 'fill: none; stroke: var(--ink); stroke-width: 0.7',
          })));
        }
        const [a, b] = data.cells[cell].range.length > 1 ? data.cells[cell].range : [data.cells[cell].range[0], data.cells[cell].range[0]];
        over.append(P.svg('rect', {
          x: x(a[0]), y: y(b[1]), width: x(a[1]) - x(a[0]), height: y(b[0]) - y(b[1]),
          style: 'fill: none; stroke: var(--ink); stroke-width: 1.5',
        }, P.svg('title', {}, 'the range of the training data')));
        bar(over, box, shading);
        const note = scales.clipped([[name, column]], shading.domain);
        if (note) {
          over.append(panels.text(panels.shorten(note, side), box.x0, box.y1 + 78, {'data-clipped': 'yes'}, note));
        }
      });
      return root;
    };
    const figure = P.figure(container, {
      id: 'fit-surface',
      title: 'What the networks answer',
      caption: 'Each point is one at which the networks were examined; the frame is the range of the training data, the small rings the'
        + ' training points of the middle replica. Values of either sign are orange above 0 and blue below.',
      controls: chooser ? [chooser] : [],
      draw,
      table: () => {
        const columns = data.predictions[cell].columns.map(P.decode);
        return {
          columns: ['x1', 'x2', 'target', 'quartile', 'median', 'quartile'],
          rows: Array.from(columns[0], (x, i) => columns.map(column => P.number(column[i]))).slice(0, 400),
        };
      },
      minHeight: 380,
      isFirst: isFirst(container),
    });
    onCell(cells, chooser, other => {
      cell = other;
      figure.redraw();
    });
  }

  /** More inputs than can be drawn: what was answered against what is right. */
  function sectionOfManyInputs(container, cells) {
    let cell = begin(cells);
    const chooser = cellSelect(cells);
    const columns = () => data.predictions[cell].columns.slice(inputs(cell)).map(P.decode);
    const draw = width => {
      const [target, , median] = columns();
      const side = Math.min(width - 20, 520);
      const root = panels.sheet(width, side, `The median answer of ${P.label(cell)} against its target.`, {'data-cell': cell});
      const box = {x0: 62, x1: side - 14, y0: 30, y1: side - 48};
      const domain = scales.robust([...target], [[...median]]);
      const x = P.linear(domain, [box.x0, box.x1]);
      const y = P.linear(domain, [box.y1, box.y0]);
      const {plot, over} = panels.panel(root, box, {x: {scale: x, label: 'target'}, y: {scale: y, label: 'median answer'}});
      plot.append(panels.rule(x(domain[0]), y(domain[0]), x(domain[1]), y(domain[1]), 'stroke: var(--ink); stroke-width: 1.2'));
      const {regions} = data.predictions[cell];
      scales.say(over, box, scales.clipped([['target', target], ['median', median]], domain));
      // What lies inside comes last, so that the many points beyond do not hide it.
      const inside = regions.findIndex(([name]) => name === data.regions[data.inside]);
      [...[...regions.keys()].filter(region => region !== inside), ...(inside < 0 ? [] : [inside])].forEach(region => {
        for (let i = region === 0 ? 0 : regions[region - 1][1]; i < regions[region][1]; i++) {
          if (Number.isFinite(median[i])) {
            plot.append(P.svg('circle', {
              cx: x(target[i]), cy: y(median[i]), r: 2.2, style: `fill: var(--c${region % 8}); opacity: 0.5; stroke: none`,
            }));
          }
        }
      });
      panels.legend(regions.map(([name], region) => ({text: name, style: `stroke: var(--c${region % 8}); stroke-width: 5`})),
        side - 76).draw(over, box.x0, 4);
      return root;
    };
    const figure = P.figure(container, {
      id: 'fit-answers',
      title: 'What the networks answer',
      caption: 'Each point is one at which the networks were examined; on the diagonal the median of all replicas is right.',
      controls: chooser ? [chooser] : [],
      draw,
      table: () => {
        const values = columns();
        return {
          columns: ['target', 'quartile', 'median', 'quartile'],
          rows: Array.from(values[0], (x, i) => values.map(column => P.number(column[i]))).slice(0, 400),
        };
      },
      minHeight: 380,
      isFirst: isFirst(container),
    });
    onCell(cells, chooser, other => {
      cell = other;
      figure.redraw();
    });
  }

  const DIVERGING = [[0, 60, 130], [120, 170, 210], [240, 238, 232], [225, 140, 60], [150, 50, 0]];
  const SEQUENTIAL = [[250, 240, 205], [235, 170, 80], [190, 80, 40], [90, 20, 60]];

  /** Colours for values: of both signs about 0, with as much on either side; else from the least to the greatest. */
  function shades([low, high]) {
    const isSigned = low < 0 && high > 0;
    const most = Math.max(-low, high);
    const domain = isSigned ? [-most, most] : [low, high];
    const stops = isSigned ? DIVERGING : SEQUENTIAL;
    const at = share => P.colors.text(P.colors.along(stops, share));
    return {domain, at, isSigned, of: value => at((value - domain[0]) / (domain[1] - domain[0] || 1))};
  }

  function bar(over, box, {domain, at, isSigned}) {
    const y = box.y1 + 42;
    const width = box.x1 - box.x0;
    for (let i = 0; i < 40; i++) {
      over.append(P.svg('rect', {
        x: box.x0 + width * i / 40, y, width: width / 40 + 0.5, height: 7, style: `fill: ${at((i + 0.5) / 40)}; stroke: none`,
        'data-scale': isSigned ? 'diverging' : 'sequential',
      }));
    }
    over.append(panels.text(P.number(domain[0]), box.x0, y + 20),
      panels.text(P.number(domain[1]), box.x1, y + 20, {'text-anchor': 'end'}));
    if (isSigned) {
      over.append(panels.text('0', (box.x0 + box.x1) / 2, y + 20, {'text-anchor': 'middle'}));
    }
  }

  P.sections.fit = function (container) {
    const sections = [[sectionOfOneInput, count => count === 1], [sectionOfTwoInputs, count => count === 2],
      [sectionOfManyInputs, count => count > 2]].map(([draw, holds]) => ({draw, cells: cellsOf(holds)}))
      .filter(({cells}) => cells.length > 0);
    sections.forEach(({draw, cells}) => draw(container, cells));
    if (sections.length === 0) {
      container.append(P.el('p', {class: 'nothing'}, 'There are no predictions to draw: regions of single points have none, nor has what failed.'));
    }
  };

  P.fits = {cellsOf, fit, points, seen, within};
})();
