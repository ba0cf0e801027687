/* The fit: target, what was seen, all replicas; the middle replica through its training; kinks and pieces. */
(function () {
  'use strict';

  const {panels} = P;
  const {data} = P;
  const FRAME_MILLIS = 180;
  const HEIGHT = 420;

  /** A cell's points of one input in ascending order: [x, target, p25, median, p75]. */
  function points(cell) {
    const columns = data.predictions[cell].columns.map(P.decode);
    const order = Array.from(columns[0], (x, i) => i).sort((a, b) => columns[0][a] - columns[0][b]);
    return columns.map(column => order.map(i => column[i]));
  }

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

  function kinks(cell, group, box, x) {
    const found = data.breakpoints[cell];
    if (!found) {
      return 0;
    }
    const first = found[0];
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

  function sectionOfOneInput(container) {
    const cells = P.shownCells().filter(cell => data.predictions[cell]);
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
        ...(state.lit === null ? [] : [{text: `replica ${state.lit}`, style: 'stroke: var(--c2); stroke-width: 2'}]),
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
        root.setAttribute('data-kinks', kinks(state.cell, plot, box, x));
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
          d: P.line(moving.x, curve, x, y), 'data-replica': replica,
          style: 'fill: none; stroke: var(--muted); stroke-width: 1; opacity: 0.35',
        }, P.svg('title', {}, `replica ${replica}`));
        const light = on => () => {
          line.setAttribute('style', on ? 'fill: none; stroke: var(--c2); stroke-width: 2'
            : 'fill: none; stroke: var(--muted); stroke-width: 1; opacity: 0.35');
        };
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

    function choose(cell) {
      stop();
      state.cell = cell;
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
      slider, play,
      data.breakpoints.some(each => each) ? P.checkbox('kinks and pieces', false, checked => {
        state.pieces = checked;
        redraw();
      }) : null,
    ].filter(control => control !== null);
    figure = P.figure(container, {
      id: 'fit-curve',
      title: 'What the networks answer',
      caption: 'Black: the target. Shaded: where training points lay. Dashed: the median of all replicas, with the band of their '
        + 'quartiles. Thin: the first replicas, named on hover. Blue: the middle replica, whose training the slider moves through.',
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
    const cells = P.shownCells().filter(cell => data.predictions[cell]);
    if (cells.length === 0) {
      container.append(P.el('p', {class: 'nothing'}, 'No predictions were written.'));
    } else if (data.inputs === 1) {
      sectionOfOneInput(container);
    } else {
      const two = cells.filter(cell => data.predictions[cell].columns.length === 6);
      if (two.length > 0) {
        sectionOfTwoInputs(container, two);
      } else {
        container.append(P.el('p', {class: 'nothing'}, 'The fit is drawn for targets of one and of two inputs.'));
      }
    }
  };

  P.fits = {fit, points, seen, yDomain, within};
})();
