/* What the figures of several panels share, and the learning curves. */
(function () {
  'use strict';

  const FONT = 12;
  const LIMIT = 8;
  const pen = document.createElement('canvas').getContext('2d');
  let clips = 0;

  function textWidth(text, size = FONT) {
    pen.font = `${size}px system-ui, sans-serif`;
    return pen.measureText(text).width;
  }

  /** The longest beginning of a text that is no wider than that. */
  function shorten(text, width, size = FONT) {
    if (textWidth(text, size) <= width) {
      return text;
    }
    let end = text.length - 1;
    while (end > 1 && textWidth(text.slice(0, end) + '…', size) > width) {
      end--;
    }
    return text.slice(0, end) + '…';
  }

  /** A number with as few digits as it needs. */
  const tick = value => P.scales.labels([value])[0];

  const ENOUGH_TICKS = 3;

  function logTicks([low, high], count) {
    const first = Math.ceil(Math.log10(low) - 1e-9);
    const last = Math.floor(Math.log10(high) + 1e-9);
    const decades = last - first + 1;
    const inside = value => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
    const within = factors => {
      const values = [];
      for (let power = first - 1; power <= last; power++) {
        factors.forEach(factor => values.push(Number(`${factor}e${power}`)));
      }
      return values.filter(inside);
    };
    if (decades > count) {
      const stride = Math.ceil(decades / count);
      return within([1]).filter(value => Math.round(Math.log10(value)) % stride === 0);
    }
    const sets = [[1, 2, 5], [1, 3], [1]].map(within);
    // Of less than a decade there may be one of these, or none.
    const even = sets[0].length < ENOUGH_TICKS ? linearTicks([low, high], Math.ceil(count / 2)).filter(inside) : [];
    return even.length > sets[0].length ? even : sets.find(values => values.length <= count) || sets[2];
  }

  function linearTicks([low, high], count) {
    const rough = (high - low) / Math.max(count, 1);
    const power = Math.pow(10, Math.floor(Math.log10(rough)));
    const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(size => size >= rough * 0.999);
    const values = [];
    for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      values.push(Number((i * step).toPrecision(15)));
    }
    return values;
  }

  function ticks(scale, count) {
    const domain = [...scale.domain].sort((a, b) => a - b);
    return scale.isLog ? logTicks(domain, count) : linearTicks(domain, count);
  }

  /** A logarithmic domain around values, never wider than so many decades: those that hold the most of them. */
  function logDomain(values, decades = Infinity) {
    const finite = values.filter(value => Number.isFinite(value) && value > 0);
    if (finite.length === 0) {
      return [0.1, 10];
    }
    const [low, high] = P.scales.decades(finite, decades);
    const pad = Math.max(Math.pow(high / low, 0.05), 1.15);
    return [low / pad, high * pad];
  }

  function sheet(width, height, label, attributes) {
    return P.svg('svg', {
      viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label, ...attributes,
    });
  }

  function text(content, x, y, attributes = {}, title = null) {
    const node = P.svg('text', {x, y, class: 'tick', ...attributes}, content);
    if (title !== null) {
      node.append(P.svg('title', {}, title));
    }
    return node;
  }

  function rule(x1, y1, x2, y2, style, attributes = {}) {
    return P.svg('line', {x1, y1, x2, y2, style, ...attributes});
  }

  const GRID = 'stroke: var(--grid); stroke-width: 1';
  const AXIS = 'stroke: var(--axis); stroke-width: 1';

  function horizontalAxis(root, {x0, x1, y0, y1}, {scale, label, bare, values, format}) {
    const at = values || ticks(scale, Math.max(2, Math.floor((x1 - x0) / 62)));
    const texts = format ? at.map(format) : P.scales.labels(at);
    let free = -Infinity;
    at.forEach((value, i) => {
      const x = scale(value);
      root.append(rule(x, y0, x, y1, GRID));
      if (bare) {
        return;
      }
      const half = textWidth(texts[i]) / 2;
      // The last one may not leave the sheet, which ends a little right of the axis.
      const middle = Math.min(x, Math.max(x1 + 12 - half, x0));
      if (middle - half > free) {
        root.append(text(texts[i], middle, y1 + 16, {'text-anchor': 'middle'}));
        free = middle + half + 6;
      }
    });
    root.append(rule(x0, y1, x1, y1, AXIS));
    if (label && !bare) {
      root.append(text(shorten(label, x1 - x0 + 40), (x0 + x1) / 2, y1 + 34,
        {class: 'axis-label', 'text-anchor': 'middle'}, label));
    }
  }

  /** The room that a vertical axis of such a height needs for its labels and its name. */
  function left({scale, values, format}, height) {
    const at = values || ticks(scale, Math.max(2, Math.floor(height / 32)));
    const texts = format ? at.map(format) : P.scales.labels(at);
    return Math.ceil(Math.max(62, 34 + Math.max(0, ...texts.map(each => textWidth(each)))));
  }

  function verticalAxis(root, {x0, x1, y0, y1}, {scale, label, values, format}) {
    const at = values || ticks(scale, Math.max(2, Math.floor((y1 - y0) / 32)));
    const texts = format ? at.map(format) : P.scales.labels(at);
    at.forEach((value, i) => {
      const y = scale(value);
      root.append(rule(x0, y, x1, y, GRID), text(texts[i], x0 - 7, y + 4, {'text-anchor': 'end'}));
    });
    root.append(rule(x0, y0, x0, y1, AXIS));
    if (label) {
      root.append(text(label, 0, 0, {
        class: 'axis-label', 'text-anchor': 'middle', transform: `translate(${Math.max(13, x0 - left({scale, values, format}, y1 - y0) + 13)} ${(y0 + y1) / 2}) rotate(-90)`,
      }));
    }
  }

  /** Axes and grid in a box of a sheet; returns the clipped group to draw in and the one that is not. */
  function panel(root, box, {x, y, title}) {
    const id = `panel-${++clips}`;
    const back = P.svg('g', {'aria-hidden': 'true'});
    if (x) {
      horizontalAxis(back, box, x);
    }
    if (y) {
      verticalAxis(back, box, y);
    }
    if (title) {
      back.append(text(title, box.x0, box.y0 - 9, {class: 'axis-label', style: 'font-weight: 600'}));
    }
    const clip = P.svg('clipPath', {id}, P.svg('rect',
      {x: box.x0 - 0.5, y: box.y0 - 0.5, width: box.x1 - box.x0 + 1, height: box.y1 - box.y0 + 1}));
    const plot = P.svg('g', {'clip-path': `url(#${id})`});
    const over = P.svg('g', {});
    root.append(clip, back, plot, over);
    return {plot, over};
  }

  function stroke(index, width = 2) {
    const dash = P.dash(index);
    const dashes = dash && dash !== 'none' ? `; stroke-dasharray: ${dash}` : '';
    return `fill: none; stroke: ${P.color(index)}; stroke-width: ${width}${dashes}`;
  }

  /** Names beside samples of their lines, in as many rows as the width asks for. */
  function legend(items, width) {
    const rows = [[]];
    let x = 0;
    items.forEach(item => {
      const name = shorten(item.text, width - 40);
      const needs = textWidth(name) + 52;
      if (x > 0 && x + needs - 20 > width) {
        rows.push([]);
        x = 0;
      }
      rows[rows.length - 1].push({...item, name, x});
      x += needs;
    });
    const height = items.length === 0 ? 0 : rows.length * 20;
    return {
      height,
      draw(root, left, top) {
        rows.forEach((row, index) => row.forEach(item => {
          const y = top + index * 20 + 9;
          root.append(item.dot ? P.svg('circle', {cx: left + item.x + 13, cy: y, r: 3, style: item.style})
            : rule(left + item.x, y, left + item.x + 26, y, item.style));
          root.append(text(item.name, left + item.x + 32, y + 4, {}, item.text));
        }));
      },
    };
  }

  /** Places for labelled rows: the label left of the row, or above it where the sheet is narrow. */
  function rows(entries, width, share = 0.3) {
    const narrow = width < 640;
    const widest = Math.max(60, ...entries.map(entry => textWidth(entry.text) + 14));
    const labelWidth = narrow ? 0 : Math.min(widest, width * share);
    const places = [];
    let y = 0;
    entries.forEach(entry => {
      const above = narrow && !entry.heading ? 16 : 0;
      const height = entry.heading ? 28 : 22 + above;
      places.push({entry, top: y, height, middle: y + above + (entry.heading ? 16 : 11)});
      y += height;
    });
    return {
      narrow, labelWidth, places, height: y,
      draw(root, top, x = 0) {
        places.forEach(({entry, top: start, middle}) => {
          const baseline = top + (narrow && !entry.heading ? start + 13 : middle + 4);
          const room = (narrow || entry.heading ? width : labelWidth - 10) - 4;
          root.append(text(shorten(entry.text, room), x, baseline, {
            class: 'row-label', style: entry.heading ? 'font-weight: 600' : '',
          }, entry.text));
        });
      },
    };
  }

  function numeric(factor) {
    return factor.levels.length > 1
      && factor.levels.every(level => level.trim() !== '' && Number.isFinite(Number(level)));
  }

  function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted.length === 0 ? NaN : sorted[Math.floor((sorted.length - 1) / 2)];
  }

  /** Turns pages of a long list: a node for the controls and the part that shows. */
  function pager(size, redraw) {
    let page = 0;
    let pages = 1;
    const where = P.el('span', {class: 'page', 'aria-live': 'polite'});
    const turn = by => () => {
      page = Math.min(Math.max(page + by, 0), pages - 1);
      redraw();
    };
    const node = P.el('span', {class: 'pager', hidden: ''},
      P.button('Previous', turn(-1)), where, P.button('Next', turn(1)));
    return {
      node,
      first() {
        page = 0;
      },
      slice(list) {
        pages = Math.max(1, Math.ceil(list.length / size));
        page = Math.min(page, pages - 1);
        node.hidden = pages === 1;
        where.textContent = `${page * size + 1}–${Math.min((page + 1) * size, list.length)} of ${list.length}`;
        return list.slice(page * size, (page + 1) * size);
      },
    };
  }

  /**
   * Up to eight cells laid over each other. With few cells each has a checkbox; with many they are the levels of one
   * factor, the other factors' levels fixed by selects, and checkboxes for whoever wants others.
   */
  function choice(onChange) {
    const shown = P.shownCells();
    const factors = P.data.factors.map((factor, index) => ({...factor, index}))
      .filter(factor => !factor.tuned && factor.levels.length > 1);
    const bySelects = shown.length > LIMIT && factors.length > 1;
    const fixed = shown.length > 0 ? [...P.data.cells[P.best(shown)].levels] : [];
    let along = factors.filter(factor => factor.levels.length <= LIMIT)
      .reduce((most, factor) => (most && most.levels.length >= factor.levels.length ? most : factor), null)
      || factors[0];
    let selected = P.data.order.filter(cell => shown.includes(cell)).slice(0, LIMIT).sort((a, b) => a - b);
    const boxes = new Map();
    const selects = P.el('span', {class: 'selects', style: 'display: contents'});

    function matching() {
      return shown.filter(cell => factors.every(factor =>
        factor === along || P.data.cells[cell].levels[factor.index] === fixed[factor.index])).slice(0, LIMIT);
    }

    function mark() {
      boxes.forEach((box, cell) => {
        box.checked = selected.includes(cell);
        box.disabled = !box.checked && selected.length >= LIMIT;
      });
    }

    function select(cells) {
      selected = cells;
      mark();
      onChange();
    }

    function fillSelects() {
      selects.textContent = '';
      selects.append(P.select('A line for each', factors.map((factor, i) => ({value: String(i), text: factor.short})),
        String(factors.indexOf(along)), value => {
          along = factors[Number(value)];
          fillSelects();
          select(matching());
        }));
      factors.filter(factor => factor !== along).forEach(factor => selects.append(P.select(factor.short,
        factor.levels.map((level, i) => ({value: String(i), text: level})), String(fixed[factor.index]), value => {
          fixed[factor.index] = Number(value);
          select(matching());
        })));
    }

    function toggle(cell) {
      const next = selected.includes(cell) ? selected.filter(other => other !== cell) : [...selected, cell];
      select(next.slice(0, LIMIT).sort((a, b) => a - b));
    }

    function checkboxes() {
      const list = P.el('div', {role: 'group', 'aria-label': 'Cells', tabindex: 0, style: 'max-height: 14rem; overflow: auto; display: grid; gap: 0.2rem'});
      shown.forEach(cell => {
        const node = P.checkbox(P.label(cell), false, () => toggle(cell));
        boxes.set(cell, node.matches('input') ? node : node.querySelector('input'));
        list.append(node);
      });
      return P.el('details', {class: 'choice'}, P.el('summary', {}, 'Cells'), list);
    }

    const controls = [];
    if (bySelects) {
      fillSelects();
      selected = matching();
      controls.push(selects);
    }
    if (shown.length > 1) {
      controls.push(checkboxes());
      mark();
    }
    return {
      controls,
      cells: () => selected,
      color: cell => (shown.length <= LIMIT ? shown.indexOf(cell) : selected.indexOf(cell)),
      legend: width => legend(selected.length < 2 && shown.length < 2 ? [] : selected.map(cell => ({
        text: P.label(cell),
        style: stroke(shown.length <= LIMIT ? shown.indexOf(cell) : selected.indexOf(cell), 2.5),
      })), width),
    };
  }

  P.panels = {
    AXIS, GRID, choice, left, legend, logDomain, median, numeric, pager, panel, rows, rule, sheet, shorten, stroke, text,
    textWidth, tick, ticks,
  };
})();

(function () {
  'use strict';

  const {panels} = P;

  function measures() {
    return [{value: '0', text: 'training loss', axis: 'training loss'},
      ...P.data.regions.map((region, index) => (
        {value: String(index + 1), text: `${P.data.errors[index]}, ${region}`, axis: `${P.data.errors[index]}, ${region}`}))];
  }

  function finite(values) {
    return (values || []).filter(value => value !== null && Number.isFinite(value));
  }

  /** Half a step stands for step 0, which has no place on a logarithmic axis. */
  const START = 0.5;

  function steps(history) {
    return history.step.map(step => (P.state.get('scale') === 'log' ? Math.max(step, START) : step));
  }

  /** The success limit, where all these cells have the same. */
  function limit(cells, measure) {
    const limits = measure === 0 ? [] : cells.map(cell => P.data.trials[cell].limit[measure - 1]);
    return limits.length > 0 && limits.every(value => value === limits[0]) ? limits[0] : null;
  }

  function drawError(root, box, x, chosen, measure, label) {
    const cells = chosen.cells();
    const errors = cells.map(cell => P.data.history[cell].error[measure] || [[], [], []]);
    const wanted = limit(cells, measure);
    const values = errors.flatMap(error => error.flatMap(finite));
    const scale = P.log(panels.logDomain(wanted ? [...values, wanted] : values, 12), [box.y1, box.y0]);
    const {plot, over} = panels.panel(root, box, {x: {...x, bare: true}, y: {scale, label}});
    P.scales.say(over, box, P.scales.clipped([[label, errors.flatMap(error => finite(error[1]))]], [0, scale.domain[1]]));
    if (wanted) {
      plot.append(panels.rule(box.x0, scale(wanted), box.x1, scale(wanted), 'stroke: var(--ink); stroke-dasharray: 2 3'));
      over.append(panels.text('success limit', box.x1 - 4, scale(wanted) - 5, {'text-anchor': 'end'}));
    }
    cells.forEach((cell, index) => {
      const at = steps(P.data.history[cell]);
      const [low, middle, high] = errors[index];
      const color = chosen.color(cell);
      plot.append(P.svg('path', {
        d: P.band(at, low, high, x.scale, scale), style: `fill: ${P.color(color)}; fill-opacity: 0.16; stroke: none`,
      }));
      plot.append(P.svg('path', {
        d: P.line(at, middle, x.scale, scale), style: panels.stroke(color), 'data-cell': cell,
      }, P.svg('title', {}, P.label(cell))));
    });
  }

  function scheduleScale(values, box, unit) {
    const highest = Math.max(...values);
    const positive = values.filter(value => value > 0);
    if (!unit && positive.length > 0 && P.state.get('scale') === 'log') {
      return P.log(panels.logDomain(positive, 4), [box.y1, box.y0]);
    }
    const lowest = unit ? Math.min(0.8, Math.floor(Math.min(...values) * 10) / 10) : 0;
    return P.linear([lowest, unit ? Math.max(1, highest) : highest * 1.15 || 1], [box.y1, box.y0]);
  }

  function drawSchedule(root, box, x, chosen, name, label) {
    const cells = chosen.cells();
    const values = cells.flatMap(cell => finite(P.data.history[cell][name]));
    if (values.length === 0) {
      return;
    }
    const scale = scheduleScale(values, box, name === 'momentum');
    const {plot} = panels.panel(root, box, {x, y: {scale, label}});
    cells.forEach(cell => {
      const history = P.data.history[cell];
      plot.append(P.svg('path', {
        d: P.line(steps(history), history[name], x.scale, scale), style: panels.stroke(chosen.color(cell)),
        'data-cell': cell,
      }, P.svg('title', {}, P.label(cell))));
    });
  }

  function reading(chosen, measure) {
    const told = chosen.cells().map(cell => {
      const middle = (P.data.history[cell].error[measure] || [[], []])[1];
      return `${P.label(cell)} ends at ${P.number(middle[middle.length - 1])}`;
    });
    return told.join('; ');
  }

  function draw(width, chosen, measure) {
    const narrow = width < 560;
    const left = 62;
    const legend = chosen.legend(width - left - 10);
    const histories = chosen.cells().map(cell => P.data.history[cell]);
    const momentum = histories.some(history => finite(history.momentum).length > 0);
    const last = Math.max(1, ...histories.flatMap(history => history.step));
    const box = (top, height) => ({x0: left, x1: width - 14, y0: top, y1: top + height});
    const main = box(legend.height + 14, narrow ? 230 : 320);
    const rate = box(main.y1 + 16, 72);
    const other = box(rate.y1 + 16, 60);
    const bottom = (momentum ? other : rate).y1;
    const isLog = P.state.get('scale') === 'log';
    const scale = isLog ? P.log([START, Math.max(last, 2)], [main.x0, main.x1]) : P.linear([0, last], [main.x0, main.x1]);
    const values = isLog ? [START, ...panels.ticks(P.log([1, Math.max(last, 2)], [0, 1]), narrow ? 5 : 9)] : null;
    const x = isLog ? {scale, values, label: 'step (log; 0 is before the first)', format: v => (v < 1 ? '0' : panels.tick(v))}
      : {scale, label: 'step'};
    const name = measures()[measure];
    const root = panels.sheet(width, bottom + 42, `Learning curves, ${name.text}. ${reading(chosen, measure)}`,
      {'data-measure': measure, 'data-scale': P.state.get('scale'), 'data-cells': chosen.cells().join(' ')});
    legend.draw(root, left, 0);
    drawError(root, main, x, chosen, measure, name.axis);
    drawSchedule(root, rate, {...x, bare: momentum}, chosen, 'rate', isLog ? 'rate (log)' : 'rate');
    if (momentum) {
      drawSchedule(root, other, x, chosen, 'momentum', 'momentum');
    }
    return root;
  }

  function table(chosen, measure) {
    const rows = chosen.cells().flatMap(cell => {
      const history = P.data.history[cell];
      const [low, middle, high] = history.error[measure] || [[], [], []];
      return history.step.map((step, i) => [P.label(cell), step, P.number(history.epoch[i]), P.number(middle[i]),
        P.number(low[i]), P.number(high[i]), P.number(history.rate[i]), P.number((history.momentum || [])[i])]);
    });
    return {columns: ['cell', 'step', 'epoch', 'median', '25 %', '75 %', 'learning rate', 'momentum'], rows};
  }

  P.sections.curves = function (container) {
    if (!P.shownCells().some(cell => P.data.history[cell] && P.data.history[cell].step.length > 1)) {
      container.append(P.el('p', {class: 'nothing'}, 'No checkpoints were recorded.'));
      return;
    }
    let measure = 0;
    let figure = null;
    const redraw = () => figure && figure.redraw();
    const chosen = panels.choice(redraw);
    figure = P.figure(container, {
      id: 'learning-curves',
      title: 'Learning curves',
      caption: 'Lines are medians over the replicas, bands their quartiles; a line ends where the median trial diverged.'
        + ' Underneath, on the same steps: the learning rate and, where the optimizer has one, the momentum.',
      controls: [P.select('Show', measures(), '0', value => {
        measure = Number(value);
        redraw();
      }), P.shared.scale('Steps and rates'), ...chosen.controls],
      draw: width => draw(width, chosen, measure),
      table: () => table(chosen, measure),
      minHeight: 480,
    });
    P.state.on('scale', redraw);
  };
})();
