/* The fit: target, what was seen, all replicas; the middle replica through its training; kinks and pieces. */
(function () {
  'use strict';

  const {panels} = P;
  const {data} = P;
  const FRAME_MILLIS = 180;
  const HEIGHT = 420;
  const FAINT = 'fill: none; stroke: var(--muted); stroke-width: 1; opacity: 0.35';
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

  const cellsOf = holds => P.shownCells().filter(cell => data.predictions[cell] && holds(inputs(cell)));

  function within(values, xs, [low, high]) {
    return values.filter((value, i) => xs[i] >= low && xs[i] <= high);
  }

  /** The range for an axis: the target's and the median's, with some air; replicas far out do not decide. */
  function yDomain(parts) {
    const [low, high] = P.extent(parts.flat()) || [0, 1];
    const air = (high - low || Math.abs(high) || 1) * 0.08;
    return [low - air, high + air];
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

  function seen(range, x, box, group, named) {
    const [low, high] = range;
    const from = Math.max(box.x0, x(low));
    const to = Math.min(box.x1, x(high));
    if (to <= from) {
      return;
    }
    group.append(P.svg('rect', {x: from, y: box.y0, width: to - from, height: box.y1 - box.y0, style: 'fill: var(--seen)'},
      P.svg('title', {}, 'the range of the training data')));
    if (named && to - from > 110) {
      group.append(panels.text('seen in training', (from + to) / 2, box.y0 + 16, {'text-anchor': 'middle'}));
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
    const state = {cell: cells[0], view: 'all', at: -1, pieces: false, lit: null};
    let figure = null;
    let timer = null;
    const redraw = () => figure && figure.redraw();

    function view(xs) {
      const [low, high] = P.extent(xs);
      const [a, b] = data.cells[state.cell].range[0];
      const wanted = state.view === 'data' ? spread(a, b, 1.05) : state.view === 'near' ? spread(a, b, 2) : [low, high];
      return [Math.max(low, wanted[0]), Math.min(high, wanted[1])];
    }

    function draw(width) {
      const [xs, target, p25, median, p75] = points(state.cell);
      const moving = fit(state.cell);
      const last = moving ? moving.steps.length - 1 : 0;
      const at = state.at < 0 ? last : Math.min(state.at, last);
      const shown = view(xs);
      const key = panels.legend([
        {text: 'target', style: 'stroke: var(--ink); stroke-width: 2.2'},
        {text: 'median of all replicas, band of their quartiles', style: panels.stroke(1)},
        ...(moving ? [{text: `replica ${moving.middle}, the middle one, step ${moving.steps[at]}`, style: 'stroke: var(--c0); stroke-width: 2.4'}]
          : []),
        ...(state.lit === null ? [] : [{text: `replica ${state.lit}`, style: LIT}]),
      ], width - 76);
      const box = {x0: 62, x1: width - 14, y0: 14 + key.height, y1: HEIGHT - 48};
      const x = P.linear(shown, [box.x0, box.x1]);
      const y = P.linear(yDomain([within(target, xs, shown), within(median, xs, shown)]), [box.y1, box.y0]);
      const name = P.label(state.cell);
      const root = panels.sheet(width, HEIGHT,
        `The fit of ${name}: the target, the range that was seen, and what the networks answer.`, {
          'data-cell': state.cell, 'data-step': moving ? moving.steps[at] : '', 'data-kinks': '0',
          'data-y0': moving ? moving.moving[at][Math.floor(moving.x.length / 2)] : '',
        });
      const {plot, over} = panels.panel(root, box, {x: {scale: x, label: 'x'}, y: {scale: y, label: 'y'}});
      seen(data.cells[state.cell].range[0], x, box, plot, true);
      if (state.pieces) {
        const first = kinksOf(state.cell);
        if (first && at === last) {
          root.setAttribute('data-kinks', kinks(first, plot, box, x));
        } else {
          over.append(panels.text(first ? 'kinks are known at the last step' : 'this replica has no kinks', box.x1 - 6, box.y1 - 8,
            {'text-anchor': 'end'}));
        }
      }
      plot.append(P.svg('path', {d: P.band(xs, p25, p75, x, y), style: 'fill: var(--c1); opacity: 0.22; stroke: none'}));
      if (moving) {
        replicas(plot, moving, x, y);
      }
      plot.append(
        P.svg('path', {d: P.line(xs, target, x, y), style: 'fill: none; stroke: var(--ink); stroke-width: 2.2'}),
        P.svg('path', {
          d: P.line(xs, median, x, y), style: 'fill: none; stroke: var(--c1); stroke-width: 2; stroke-dasharray: 7 3',
        }));
      if (moving) {
        plot.append(P.svg('path', {
          class: 'moving', d: P.line(moving.x, moving.moving[at], x, y),
          style: 'fill: none; stroke: var(--c0); stroke-width: 2.4',
        }, P.svg('title', {}, `replica ${moving.middle} after ${moving.steps[at]} steps`)));
      }
      key.draw(over, box.x0, 4);
      return root;
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
        rows: xs.map((x, i) => [x, target[i], p25[i], median[i], p75[i]].map(P.number)).filter((row, i) => i % every === 0),
      };
    }

    const steps = () => (fit(state.cell) ? fit(state.cell).steps : [0]);
    const slider = P.range('Step', 0, steps().length - 1, steps().length - 1, place => {
      state.at = place;
      redraw();
      return `${steps()[place]}`;
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
      slider.set(steps().length - 1);
    }

    const controls = [
      cells.length > 1 ? P.select('Cell', cells.map(cell => ({value: String(cell), text: P.label(cell)})), String(state.cell),
        value => choose(Number(value))) : null,
      P.select('View', [{value: 'all', text: 'all that was examined'}, {value: 'near', text: 'twice the data'},
        {value: 'data', text: 'the data'}], 'all', value => {
        state.view = value;
        redraw();
      }),
      slider, play, single,
      data.breakpoints.some(each => each) ? P.checkbox('kinks and pieces', false, checked => {
        state.pieces = checked;
        redraw();
      }) : null,
    ].filter(control => control !== null);
    figure = P.figure(container, {
      id: 'fit-curve',
      title: 'What the networks answer',
      caption: 'Shaded: where training points lay. Thin: the first replicas at the last step, named on hover; the list picks one '
        + 'out. The slider moves the middle replica through its training.',
      controls, draw, table, minHeight: HEIGHT,
    });
    choose(state.cell);
  }

  /** Two inputs: target, median and error as coloured points side by side. */
  function sectionOfTwoInputs(container, cells) {
    let cell = cells[0];
    const draw = width => {
      const [x1, x2, target, , median] = data.predictions[cell].columns.map(P.decode);
      const errors = Array.from(median, (value, i) => Math.abs(value - target[i]));
      const across = width > 720 ? 3 : 1;
      const side = Math.min(330, (width - 20) / across - 24);
      const rows = 3 / across;
      const root = panels.sheet(width, rows * (side + 92), `Target, median answer and error of ${P.label(cell)}.`, {'data-cell': cell});
      const [low, high] = P.extent([...target, ...median]) || [0, 1];
      const values = [['target', target, [low, high]], ['median answer', median, [low, high]],
        ['absolute error', errors, [0, Math.max(...errors.filter(Number.isFinite), 1e-12)]]];
      values.forEach(([name, column, domain], i) => {
        const left = (i % across) * (width / across) + 48;
        const top = Math.floor(i / across) * (side + 92) + 26;
        const box = {x0: left, x1: left + side - 40, y0: top, y1: top + side - 40};
        const x = P.linear(P.extent(x1), [box.x0 + 4, box.x1 - 4]);
        const y = P.linear(P.extent(x2), [box.y1 - 4, box.y0 + 4]);
        const {plot, over} = panels.panel(root, box, {x: {scale: x, label: 'x1'}, y: {scale: y, label: i % across ? '' : 'x2'}, title: name});
        column.forEach((value, point) => {
          const share = Math.min(1, Math.max(0, (value - domain[0]) / (domain[1] - domain[0] || 1)));
          plot.append(P.svg('circle', {
            cx: x(x1[point]), cy: y(x2[point]), r: 3.4, style: `fill: ${shade(share)}; stroke: none`,
          }));
        });
        const [a, b] = data.cells[cell].range.length > 1 ? data.cells[cell].range : [data.cells[cell].range[0], data.cells[cell].range[0]];
        over.append(P.svg('rect', {
          x: x(a[0]), y: y(b[1]), width: x(a[1]) - x(a[0]), height: y(b[0]) - y(b[1]),
          style: 'fill: none; stroke: var(--ink); stroke-width: 1.5',
        }, P.svg('title', {}, 'the range of the training data')));
        bar(over, box, domain);
      });
      return root;
    };
    const figure = P.figure(container, {
      id: 'fit-surface',
      title: 'What the networks answer',
      caption: 'Each point is one at which the networks were examined; the frame is the range of the training data.',
      controls: cells.length > 1 ? [P.select('Cell', cells.map(each => ({value: String(each), text: P.label(each)})),
        String(cell), value => {
          cell = Number(value);
          figure.redraw();
        })] : [],
      draw,
      table: () => {
        const columns = data.predictions[cell].columns.map(P.decode);
        return {
          columns: ['x1', 'x2', 'target', 'quartile', 'median', 'quartile'],
          rows: Array.from(columns[0], (x, i) => columns.map(column => P.number(column[i]))).slice(0, 400),
        };
      },
      minHeight: 380,
    });
  }

  /** More inputs than can be drawn: what was answered against what is right. */
  function sectionOfManyInputs(container, cells) {
    let cell = cells[0];
    const columns = () => data.predictions[cell].columns.slice(inputs(cell)).map(P.decode);
    const draw = width => {
      const [target, , median] = columns();
      const side = Math.min(width - 20, 520);
      const root = panels.sheet(width, side, `The median answer of ${P.label(cell)} against its target.`, {'data-cell': cell});
      const box = {x0: 62, x1: side - 14, y0: 30, y1: side - 48};
      const domain = yDomain([[...target], [...median]]);
      const x = P.linear(domain, [box.x0, box.x1]);
      const y = P.linear(domain, [box.y1, box.y0]);
      const {plot, over} = panels.panel(root, box, {x: {scale: x, label: 'target'}, y: {scale: y, label: 'median answer'}});
      plot.append(panels.rule(x(domain[0]), y(domain[0]), x(domain[1]), y(domain[1]), 'stroke: var(--ink); stroke-width: 1.2'));
      const {regions} = data.predictions[cell];
      // What lies inside comes last, so that the many points beyond do not hide it.
      [...regions.keys()].reverse().forEach(region => {
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
      controls: cells.length > 1 ? [P.select('Cell', cells.map(each => ({value: String(each), text: P.label(each)})),
        String(cell), value => {
          cell = Number(value);
          figure.redraw();
        })] : [],
      draw,
      table: () => {
        const values = columns();
        return {
          columns: ['target', 'quartile', 'median', 'quartile'],
          rows: Array.from(values[0], (x, i) => values.map(column => P.number(column[i]))).slice(0, 400),
        };
      },
      minHeight: 380,
    });
  }

  /** From blue over white-ish to orange, in even steps of lightness. */
  function shade(share) {
    const ends = [[0, 60, 130], [120, 170, 210], [235, 225, 200], [225, 140, 60], [150, 50, 0]];
    const place = share * (ends.length - 1);
    const i = Math.min(ends.length - 2, Math.floor(place));
    const mix = ends[i].map((value, channel) => Math.round(value + (ends[i + 1][channel] - value) * (place - i)));
    return `rgb(${mix.join(',')})`;
  }

  function bar(over, box, domain) {
    const y = box.y1 + 42;
    const width = box.x1 - box.x0;
    for (let i = 0; i < 40; i++) {
      over.append(P.svg('rect', {
        x: box.x0 + width * i / 40, y, width: width / 40 + 0.5, height: 7, style: `fill: ${shade((i + 0.5) / 40)}; stroke: none`,
      }));
    }
    over.append(panels.text(P.number(domain[0]), box.x0, y + 20),
      panels.text(P.number(domain[1]), box.x1, y + 20, {'text-anchor': 'end'}));
  }

  P.sections.fit = function (container) {
    const sections = [[sectionOfOneInput, count => count === 1], [sectionOfTwoInputs, count => count === 2],
      [sectionOfManyInputs, count => count > 2]].map(([draw, holds]) => ({draw, cells: cellsOf(holds)}))
      .filter(({cells}) => cells.length > 0);
    sections.forEach(({draw, cells}) => draw(container, cells));
    if (sections.length === 0) {
      container.append(P.el('p', {class: 'nothing'}, 'No predictions were written.'));
    }
  };

  P.fits = {cellsOf, fit, points, seen, yDomain, within};
})();
