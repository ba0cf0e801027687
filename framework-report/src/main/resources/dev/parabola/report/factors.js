/* What the factors do: along an axis, two by two, success against its threshold, error against distance. */
(function () {
  'use strict';

  const {panels} = P;
  const LINES = 8;
  const MAP_DECADES = 12;
  const {data} = P;

  const factors = () => data.factors.map((factor, index) => ({...factor, index}))
    .filter(factor => factor.levels.length > 1);

  const options = list => list.map((item, i) => ({value: String(i), text: item.short || item}));

  /**
   * Which levels the other factors have: a select for each factor that is not on an axis. Tuned factors have none, for
   * them the chosen cell stands, unless they are on an axis.
   */
  function others(onChange) {
    const start = data.cells[P.best(P.shownCells())];
    const levels = [...start.levels];
    const node = P.el('span', {class: 'selects', style: 'display: contents'});
    let axes = [];
    return {
      node,
      use(used) {
        axes = used;
        node.textContent = '';
        factors().filter(factor => !used.includes(factor.index) && !factor.tuned).forEach(factor => {
          node.append(P.select(factor.short, options(factor.levels), String(levels[factor.index]), value => {
            levels[factor.index] = Number(value);
            onChange();
          }));
        });
      },
      /** The cells there, of tuned ones the chosen. */
      cells() {
        const there = data.cells.map((cell, index) => index).filter(index => factors().every(factor =>
          axes.includes(factor.index) || factor.tuned
            || data.cells[index].levels[factor.index] === levels[factor.index]));
        const tunedAxis = factors().some(factor => factor.tuned && axes.includes(factor.index));
        return tunedAxis ? there.filter(index => sameTuned(index)) : there.filter(index => data.cells[index].chosen);
      },
      text() {
        return factors().filter(factor => !axes.includes(factor.index) && !factor.tuned)
          .map(factor => `${factor.short} ${factor.levels[levels[factor.index]]}`).join(', ');
      },
    };

    /** With one tuned factor on an axis, any further one stays at the level of the best cell. */
    function sameTuned(index) {
      return factors().every(factor => !factor.tuned || axes.includes(factor.index)
        || data.cells[index].levels[factor.index] === start.levels[factor.index]);
    }
  }

  function onRegion(state, redraw) {
    P.state.on('region', region => {
      state.region = region;
      redraw();
    });
  }

  const isFinite = value => value !== null && Number.isFinite(value);

  // ---- along an axis

  /** Factors whose levels change how many parameters a network has. */
  function sizing() {
    return factors().filter(factor => {
      const seen = new Map();
      return data.cells.some(cell => {
        const rest = cell.levels.map((level, i) => (i === factor.index ? '' : level)).join(' ');
        const before = seen.get(rest);
        seen.set(rest, before === undefined ? cell.parameters : before);
        return before !== undefined && before !== cell.parameters;
      });
    });
  }

  function abscissas() {
    const axes = factors().filter(panels.numeric).map(factor => ({
      short: factor.short, name: factor.name, uses: [factor.index],
      floor: /(^|\.)(width|hidden|depth)$/.test(factor.name),
      of: cell => Number(factor.levels[cell.levels[factor.index]]),
      values: factor.levels.map(Number),
    }));
    const sized = sizing();
    if (sized.length > 0) {
      axes.push({
        short: 'parameters', name: 'parameters', uses: sized.map(factor => factor.index), floor: true,
        of: cell => cell.parameters, values: data.cells.map(cell => cell.parameters),
      });
    }
    return axes;
  }

  function lineFactors(axis) {
    return factors().filter(factor => !factor.tuned && (axis.short === 'parameters'
      ? axis.uses.length > 1 || !axis.uses.includes(factor.index) : !axis.uses.includes(factor.index)));
  }

  function lines(state) {
    const cells = state.others.cells();
    const points = list => list.map(index => ({index, cell: data.cells[index], x: state.axis.of(data.cells[index])}))
      .filter(point => point.cell.regions[state.region]).sort((a, b) => a.x - b.x);
    if (!state.by) {
      return [{name: null, points: points(cells)}];
    }
    return state.by.levels.map((level, i) => ({
      name: `${state.by.short} ${level}`,
      points: points(cells.filter(index => data.cells[index].levels[state.by.index] === i)),
    })).filter(line => line.points.length > 0);
  }

  function axisScale(values, range) {
    const low = Math.min(...values);
    const high = Math.max(...values);
    if (low > 0 && high > low && P.state.get('scale') === 'log') {
      const pad = Math.pow(high / low, 0.05);
      return P.log([low / pad, high * pad], range);
    }
    const pad = (high - low) * 0.06 || 1;
    return P.linear([low - pad, high + pad], range);
  }

  function drawFloors(plot, all, x, y) {
    const at = all.flatMap(line => line.points).filter(point => point.cell.floor > 0);
    const seen = new Set();
    const unlike = at.filter(point => {
      const key = `${point.x} ${point.cell.floor}`;
      return !seen.has(key) && seen.add(key);
    });
    const style = 'fill: none; stroke: var(--muted); stroke-width: 1.5; stroke-dasharray: 1 3; stroke-linecap: round';
    const single = unlike.length === new Set(unlike.map(point => point.x)).size;
    const groups = single ? [unlike.sort((a, b) => a.x - b.x)]
      : all.map(line => line.points.filter(point => point.cell.floor > 0));
    groups.forEach(points => {
      plot.append(P.svg('path', {d: P.line(points.map(p => p.x), points.map(p => p.cell.floor), x, y), style},
        P.svg('title', {}, 'floor: a lower bound of the error of any network of this shape')));
      points.forEach(point => plot.append(P.svg('path', {
        d: `M${x(point.x) - 5},${y(point.cell.floor)}h10`, style: 'fill: none; stroke: var(--muted); stroke-width: 1.5',
      })));
    });
    return at.length > 0;
  }

  function drawMedians({plot}, all, state, x, y) {
    const top = y.domain[1];
    all.forEach((line, i) => {
      const regions = line.points.map(point => point.cell.regions[state.region]);
      const at = line.points.map(point => point.x);
      const high = regions.map(region => (isFinite(region.p75) ? region.p75 : isFinite(region.p25) ? top : null));
      plot.append(P.svg('path', {
        d: P.band(at, regions.map(region => region.p25), high, x, y),
        style: `fill: ${P.color(i)}; fill-opacity: 0.14; stroke: none`,
      }), P.svg('path', {d: P.line(at, regions.map(region => region.med), x, y), style: panels.stroke(i)}));
      line.points.forEach((point, k) => {
        const {med} = regions[k];
        const title = P.svg('title', {}, `${P.label(point.index)}: ${isFinite(med)
          ? `median ${P.number(med)}` : 'the median trial diverged'}`);
        const px = x(point.x);
        plot.append(isFinite(med) && med > 0
          ? P.svg('circle', {cx: px, cy: y(med), r: 3.2, style: `fill: ${P.color(i)}`, 'data-cell': point.index}, title)
          : P.svg('path', {
            d: `M${px - 4 + i * 2},${y(top) + 5}l8,8m0,-8l-8,8`, 'data-cell': point.index,
            style: `fill: none; stroke: ${P.color(i)}; stroke-width: 1.8`,
          }, title));
      });
    });
  }

  function drawRates({plot}, all, state, x, y) {
    plot.append(panels.rule(x.range[0], y(0.5), x.range[1], y(0.5), 'stroke: var(--ink); stroke-dasharray: 2 3'));
    all.forEach((line, i) => {
      const shift = (i - (all.length - 1) / 2) * 4;
      const at = line.points.map(point => x(point.x) + shift);
      const shares = line.points.map(point => {
        const {k, n} = point.cell.regions[state.region];
        return n > 0 ? k / n : NaN;
      });
      const same = value => value;
      plot.append(P.svg('path', {d: P.line(at, shares, same, y), style: panels.stroke(i)}));
      line.points.forEach((point, j) => {
        const region = point.cell.regions[state.region];
        plot.append(P.svg('path', {
          d: `M${at[j]},${y(region.low)}V${y(region.high)}`, style: `stroke: ${P.color(i)}; stroke-width: 1.5`,
        }));
        if (region.n > 0) {
          plot.append(P.svg('circle', {
            cx: at[j], cy: y(shares[j]), r: 3.6, 'data-cell': point.index,
            style: region.standing === 'open' ? `fill: var(--paper); stroke: ${P.color(i)}; stroke-width: 1.8`
              : `fill: ${P.color(i)}`,
          }, P.svg('title', {}, `${P.label(point.index)}: ${region.rate}, ${region.standing}`)));
        }
      });
    });
  }

  function drawAlong(width, state) {
    const left = 62;
    const all = lines(state).slice(0, LINES);
    const items = all.filter(line => line.name !== null)
      .map((line, i) => ({text: line.name, style: panels.stroke(i, 2.5)}));
    const withFloor = !state.rate && state.region === data.inside && state.axis.floor
      && all.some(line => line.points.some(point => point.cell.floor > 0));
    if (withFloor) {
      items.push({text: 'floor', style: 'stroke: var(--muted); stroke-width: 1.5; stroke-dasharray: 1 3; stroke-linecap: round'});
    }
    const legend = panels.legend(items, width - left - 10);
    const box = {x0: left, x1: width - 14, y0: legend.height + 12, y1: legend.height + 12 + (width < 560 ? 250 : 340)};
    const x = axisScale(state.axis.values, [box.x0, box.x1]);
    x.range = [box.x0, box.x1];
    const regions = all.flatMap(line => line.points.map(point => point.cell.regions[state.region]));
    const values = [...regions.flatMap(region => [region.p25, region.med, region.p75]),
      ...(withFloor ? all.flatMap(line => line.points.map(point => point.cell.floor)) : [])].filter(isFinite);
    const y = state.rate ? P.linear([-0.03, 1.03], [box.y1, box.y0])
      : P.log(panels.logDomain(values, 16), [box.y1, box.y0]);
    const name = data.regions[state.region];
    const root = panels.sheet(width, box.y1 + 42, `${state.rate ? 'Success rate' : `Median ${data.errors[state.region]}`}, ${name}, against `
      + `${state.axis.name}${state.others.text() ? ` at ${state.others.text()}` : ''}`,
    {'data-x': state.axis.short, 'data-by': state.by ? state.by.short : ''});
    legend.draw(root, left, 0);
    const levels = [...new Set(state.axis.values)].sort((a, b) => a - b);
    const drawn = panels.panel(root, box, {
      x: {scale: x, label: state.axis.name + (x.isLog ? ' (log)' : ''), values: levels.length <= 12 ? levels : null},
      y: state.rate ? {scale: y, label: `success, ${name}`, values: [0, 0.25, 0.5, 0.75, 1], format: P.percent}
        : {scale: y, label: `${data.errors[state.region]}, ${name} (log)`},
    });
    if (withFloor) {
      drawFloors(drawn.plot, all, x, y);
    }
    (state.rate ? drawRates : drawMedians)(drawn, all, state, x, y);
    if (!state.rate) {
      P.scales.say(drawn.over, box, P.scales.clipped([['error', regions.flatMap(region => [region.med, region.p75])]], [0, y.domain[1]]));
    }
    return root;
  }

  function tableAlong(state) {
    return {
      columns: [state.axis.name, 'cell', `median ${data.errors[state.region]}`, '25 %', '75 %', 'success', 'floor'],
      rows: lines(state).flatMap(line => line.points.map(point => {
        const region = point.cell.regions[state.region];
        return [panels.tick(point.x), P.label(point.index), P.number(region.med), P.number(region.p25),
          P.number(region.p75), region.rate, P.number(state.region === data.inside ? point.cell.floor : null)];
      })),
    };
  }

  function along(container) {
    const axes = abscissas();
    if (axes.length === 0) {
      container.append(P.el('p', {class: 'nothing'},
        'No factor of this study is a number, so none has an axis to draw errors along.'));
      return;
    }
    let figure = null;
    const redraw = () => figure && figure.redraw();
    const state = {axis: axes[0], by: null, region: P.state.get('region'), rate: false, others: others(redraw)};
    const byNode = P.el('span', {style: 'display: contents'});
    const settle = () => {
      const possible = lineFactors(state.axis);
      state.by = possible.find(factor => state.by && factor.index === state.by.index)
        || possible.find(factor => factor.levels.length <= LINES) || possible[0] || null;
      byNode.textContent = '';
      if (possible.length > 0) {
        byNode.append(P.select('A line for each', options(possible), String(possible.indexOf(state.by)), value => {
          state.by = possible[Number(value)];
          state.others.use([...state.axis.uses, state.by.index]);
          redraw();
        }));
      }
      state.others.use([...state.axis.uses, ...(state.by ? [state.by.index] : [])]);
    };
    settle();
    figure = P.figure(container, {
      id: 'along',
      title: 'Along a factor',
      caption: 'Errors: medians over the replicas with their quartiles; a × at the top where the median trial diverged.'
        + ' Success: the share of replicas with its exact 95 % interval, hollow where still open, a dotted line at one'
        + ' half. The floor is a lower bound of the error of any network of that shape. At most eight lines are drawn.',
      controls: [P.select('Along', options(axes), '0', value => {
        state.axis = axes[Number(value)];
        settle();
        redraw();
      }), byNode, P.select('Show', [{value: '', text: 'error'}, {value: 'rate', text: 'success'}], '', value => {
        state.rate = value === 'rate';
        redraw();
      }), P.shared.region(), P.shared.scale('Axis'), state.others.node],
      draw: width => drawAlong(width, state),
      table: () => tableAlong(state),
      minHeight: 380,
    });
    P.state.on('scale', redraw);
    onRegion(state, redraw);
  }

  // ---- two factors

  /** The cells on the map; those without the region only where they are asked for. */
  function grid(state, all = false) {
    const cells = state.others.cells();
    return state.y.levels.flatMap((unused, row) => state.x.levels.map((alsoUnused, column) => {
      const index = cells.find(cell => data.cells[cell].levels[state.y.index] === row
        && data.cells[cell].levels[state.x.index] === column);
      const region = index === undefined ? null : data.cells[index].regions[state.region];
      return {row, column, index, region};
    })).filter(tile => tile.region || (all && tile.index !== undefined));
  }

  /** The colour of a tile: from the paper's to that of an index. */
  const tint = (share, index) => P.colors.mix(P.colors.css('--paper'), P.colors.css(`--c${index}`), 0.06 + 0.86 * share);

  /** Where the tiles are: rows of the first level on top, as in the answer's table. */
  function tiles(state, left, width, top, {widest = 92, tallest = 40} = {}) {
    const gap = Math.max(40, ...state.y.levels.map(level => panels.textWidth(level) + 12));
    const labels = Math.min(gap, width * 0.3);
    const each = Math.min((width - labels - 4) / state.x.levels.length, widest);
    const tall = Math.min(Math.max(each * 0.5, 26), tallest);
    const slanted = state.x.levels.some(level => panels.textWidth(level) > each - 6);
    return {
      labels, each, tall, slanted, x0: left + labels, y0: top + 44,
      x: column => left + labels + column * each,
      y: row => top + 44 + row * tall,
      right: left + labels + each * state.x.levels.length,
      bottom: top + 44 + tall * state.y.levels.length,
      below: slanted ? Math.min(90, Math.max(...state.x.levels.map(level => panels.textWidth(level))) * 0.75 + 20) : 22,
    };
  }

  function drawAxes(root, state, place, title) {
    root.append(panels.text(title, place.x0 - place.labels, place.y0 - 28, {class: 'axis-label', style: 'font-weight: 600'}));
    root.append(panels.text(panels.shorten(`${state.y.short} ↓`, place.right - place.x0 + place.labels), place.x0 - place.labels, place.y0 - 8,
      {class: 'axis-label'}, state.y.name));
    state.y.levels.forEach((level, row) => root.append(panels.text(panels.shorten(level, place.labels - 10),
      place.x0 - 8, place.y(row) + place.tall / 2 + 4, {'text-anchor': 'end'}, level)));
    state.x.levels.forEach((level, column) => {
      const x = place.x(column) + place.each / 2;
      const y = place.bottom + 15;
      root.append(place.slanted
        ? panels.text(panels.shorten(level, 90), 0, 0, {
          'text-anchor': 'end', transform: `translate(${x + 4} ${y}) rotate(-45)`,
        }, level)
        : panels.text(level, x, y, {'text-anchor': 'middle'}));
    });
    root.append(panels.text(state.x.name, (place.x0 + place.right) / 2, place.bottom + place.below + 12,
      {class: 'axis-label', 'text-anchor': 'middle'}));
  }

  function tile(root, place, {row, column, index}, color, content, title, isOpen) {
    const at = {x: place.x(column), y: place.y(row), width: place.each, height: place.tall};
    root.append(P.svg('rect', {
      ...at, 'data-cell': index, style: `fill: ${P.colors.text(color)}; stroke: var(--paper); stroke-width: 2`,
    }, P.svg('title', {}, title)));
    if (isOpen) {
      root.append(P.svg('rect', {
        x: at.x + 3, y: at.y + 3, width: at.width - 6, height: at.height - 6, 'data-open': 'yes',
        style: `fill: none; stroke: ${P.colors.ink(color)}; stroke-dasharray: 3 3; pointer-events: none`,
      }));
    }
    const size = place.each < 44 ? 10 : 12;
    if (panels.textWidth(content, size) <= place.each - 8) {
      root.append(panels.text(content, place.x(column) + place.each / 2, place.y(row) + place.tall / 2 + 4, {
        'text-anchor': 'middle', 'pointer-events': 'none', class: 'tile-label',
        style: `fill: ${P.colors.ink(color)}; font-size: ${size}px`,
      }));
    }
  }

  function drawSuccess(root, state, place) {
    drawAxes(root, state, place, `success, ${data.regions[state.region]}`);
    grid(state).forEach(at => {
      const {k, n, rate, standing} = at.region;
      tile(root, place, at, tint(n > 0 ? k / n : 0, 0), `${k}/${n}`, `${P.label(at.index)}: ${rate}, ${standing}`,
        standing === 'open');
    });
  }

  function drawErrors(root, state, place) {
    drawAxes(root, state, place, `median ${data.errors[state.region]}, ${data.regions[state.region]} (log)`);
    const all = grid(state);
    const window = P.scales.decades(all.map(at => at.region.med), MAP_DECADES);
    const [low, high] = (window || [1, 1]).map(Math.log);
    all.forEach(at => {
      const {med} = at.region;
      const share = med > 0 ? (high > low ? (Math.log(med) - low) / (high - low) : 0.5) : 0;
      tile(root, place, at, med > 0 ? tint(Math.min(1, Math.max(0, share)), 1) : P.colors.css('--paper'),
        isFinite(med) ? short(med, place.each) : '×',
        `${P.label(at.index)}: ${isFinite(med) ? P.number(med) : 'the median trial diverged'}`, false);
    });
    if (window) {
      drawBar(root, place, Math.exp(low), Math.exp(high));
      const note = P.scales.clipped([['error', all.map(at => at.region.med)]], [0, window[1]]);
      if (note) {
        root.append(panels.text(note, place.x0, place.bottom + place.below + 66, {'data-clipped': 'yes'}));
      }
    }
  }

  function short(value, room) {
    const text = P.number(value);
    return panels.textWidth(text) <= room - 8 ? text : panels.tick(Number(value.toPrecision(1)));
  }

  function drawBar(root, place, low, high) {
    const y = place.bottom + place.below + 26;
    const x1 = Math.min(place.right, place.x0 + 220);
    for (let i = 0; i < 24; i++) {
      root.append(P.svg('rect', {
        x: place.x0 + (x1 - place.x0) * i / 24, y, width: (x1 - place.x0) / 24 + 0.3, height: 8,
        style: `fill: ${P.colors.text(tint(i / 23, 1))}; stroke: none`,
      }));
    }
    root.append(panels.text(P.number(low), place.x0, y + 22),
      panels.text(P.number(high), x1, y + 22, {'text-anchor': 'end'}));
  }

  function drawKey(root, place) {
    const y = place.bottom + place.below + 24;
    root.append(P.svg('rect', {x: place.x0, y, width: 22, height: 12, style: 'fill: none; stroke: var(--ink); stroke-dasharray: 3 3'}),
      panels.text('open: the interval holds 50 %, or there are few replicas', place.x0 + 30, y + 10));
  }

  function drawMaps(width, state) {
    const stacked = width < 760;
    const half = stacked ? width : (width - 30) / 2;
    const first = tiles(state, 0, half, 0);
    const second = stacked ? tiles(state, 0, half, first.bottom + first.below + 60) : tiles(state, half + 30, half, 0);
    const root = panels.sheet(width, second.bottom + second.below + 72,
      `Success rate and median ${data.errors[state.region]}, ${data.regions[state.region]}, by ${state.y.name} and ${state.x.name}`,
      {'data-x': state.x.short, 'data-y': state.y.short});
    drawSuccess(root, state, first);
    drawKey(root, first);
    drawErrors(root, state, second);
    return root;
  }

  /** Which two factors are the rows and columns of a map, at first those with the most levels, and selects for them. */
  function axes(redraw) {
    const all = factors();
    const most = [...all].sort((a, b) => a.tuned - b.tuned || b.levels.length - a.levels.length);
    const state = {x: most[0], y: most[1], region: P.state.get('region'), others: others(redraw)};
    const nodes = {x: P.el('span', {style: 'display: contents'}), y: P.el('span', {style: 'display: contents'})};
    const settle = () => {
      [['x', 'Columns', 'y'], ['y', 'Rows', 'x']].forEach(([key, label, other]) => {
        nodes[key].textContent = '';
        nodes[key].append(P.select(label, options(all), String(all.findIndex(f => f.index === state[key].index)), value => {
          const before = state[key];
          state[key] = all[Number(value)];
          if (state[other].index === state[key].index) {
            state[other] = before;
          }
          settle();
          redraw();
        }));
      });
      state.others.use([state.x.index, state.y.index]);
    };
    settle();
    return {state, nodes};
  }

  function mapsOf(container) {
    if (factors().length < 2) {
      return;
    }
    let figure = null;
    const redraw = () => figure && figure.redraw();
    const {state, nodes} = axes(redraw);
    figure = P.figure(container, {
      id: 'maps',
      title: 'Two factors at a time',
      caption: 'How many replicas succeeded, dashed where that is still open, and the median error.',
      controls: [nodes.x, nodes.y, P.shared.region(), state.others.node],
      draw: width => drawMaps(width, state),
      table: () => ({
        columns: [state.y.name, state.x.name, 'success', 'standing', `median ${data.errors[state.region]}`],
        rows: grid(state).map(at => [state.y.levels[at.row], state.x.levels[at.column], at.region.rate,
          at.region.standing, P.number(at.region.med)]),
      }),
      minHeight: 260,
    });
    onRegion(state, redraw);
  }

  // ---- success against its threshold

  /** From where to where the axis goes. */
  const REACH = [data.thresholds[0], 2 * data.thresholds[data.thresholds.length - 1]];

  /** The nrmse of the trials that count, in ascending order; infinite for those that diverged. */
  function relative(cell, region) {
    const {status, error} = data.trials[cell];
    return [...status].map((letter, replica) => ({letter, value: (error[region] || [])[replica]}))
      .filter(trial => trial.letter !== 'f')
      .map(trial => (isFinite(trial.value) ? trial.value / data.spreads[region] : Infinity)).sort((a, b) => a - b);
  }

  /** The limit of these cells as nrmse, where they have the same. */
  function studyLimit(cells, region) {
    const limits = [...new Set(cells.map(cell => data.trials[cell].limit[region]))];
    return limits.length === 1 && limits[0] !== null ? limits[0] / data.spreads[region] : null;
  }

  function stairs(errors, x, y) {
    const start = errors.filter(error => error <= REACH[0]).length;
    let d = `M${x(REACH[0])},${y(start / errors.length)}`;
    errors.slice(start).filter(error => error <= REACH[1]).forEach((error, i) => {
      d += `H${x(error).toFixed(1)}V${y((start + i + 1) / errors.length).toFixed(1)}`;
    });
    return d + `H${x(REACH[1])}`;
  }

  function drawThreshold(width, chosen, region) {
    const left = 62;
    const legend = chosen.legend(width - left - 10);
    const box = {x0: left, x1: width - 14, y0: legend.height + 20, y1: legend.height + 20 + (width < 560 ? 220 : 280)};
    const x = P.log(REACH, [box.x0, box.x1]);
    const y = P.linear([-0.02, 1.02], [box.y1, box.y0]);
    const name = data.regions[region];
    const root = panels.sheet(width, box.y1 + 42, `Share of replicas with an nrmse ${name} of at most a threshold`,
      {'data-region': name, 'data-cells': chosen.cells().join(' ')});
    legend.draw(root, left, 0);
    const {plot, over} = panels.panel(root, box, {
      x: {scale: x, label: `threshold on the nrmse, ${name} (log)`},
      y: {scale: y, label: 'share of replicas', values: [0, 0.25, 0.5, 0.75, 1], format: P.percent},
    });
    if (data.spreads[region] === null) {
      over.append(panels.text('no nrmse here: the target is constant', (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, {'text-anchor': 'middle'}));
      return root;
    }
    const limit = studyLimit(chosen.cells(), region);
    if (limit) {
      plot.append(panels.rule(x(limit), box.y0, x(limit), box.y1, 'stroke: var(--ink); stroke-dasharray: 2 3'));
      over.append(panels.text(`this study: ${panels.tick(Number(limit.toPrecision(3)))}`, x(limit), box.y0 - 5,
        {'text-anchor': 'middle'}));
    }
    chosen.cells().forEach(cell => {
      const errors = relative(cell, region);
      if (errors.length > 0) {
        plot.append(P.svg('path', {d: stairs(errors, x, y), style: panels.stroke(chosen.color(cell)), 'data-cell': cell},
          P.svg('title', {}, P.label(cell))));
      }
    });
    return root;
  }

  function tableThreshold(chosen, region) {
    return {
      columns: ['cell', ...data.thresholds.map(panels.tick)],
      rows: chosen.cells().map(cell => [P.label(cell), ...(data.trials[cell].within[region] || []).map(count =>
        `${count}/${data.cells[cell].completed + data.cells[cell].diverged}`)]),
    };
  }

  function threshold(container) {
    if (P.shownCells().length === 0) {
      return;
    }
    let figure = null;
    const region = () => P.state.get('region');
    const redraw = () => figure && figure.redraw();
    const chosen = panels.choice(redraw);
    P.state.on('region', redraw);
    figure = P.figure(container, {
      id: 'threshold',
      title: 'Success against its threshold',
      caption: 'Had the limit been another: the share of replicas whose error, divided by the target’s standard deviation'
        + ' in the region, is at most the threshold. Diverged replicas never are.',
      controls: [P.shared.region(), ...chosen.controls],
      draw: width => drawThreshold(width, chosen, region()),
      table: () => tableThreshold(chosen, region()),
      minHeight: 320,
    });
  }

  // ---- error against distance from the data

  /** A cell's errors by x, and on each side of its training data by distance from them. */
  function profile(cell, byDistance) {
    const prediction = data.predictions[cell];
    if (!prediction) {
      return [];
    }
    const [xs, targets, lows, middles, highs] = prediction.columns.map(P.decode);
    const [from, to] = data.cells[cell].range[0];
    const order = [...xs.keys()].sort((a, b) => xs[a] - xs[b]);
    const points = order.map(i => {
      const low = Math.abs(lows[i] - targets[i]);
      const high = Math.abs(highs[i] - targets[i]);
      const between = (lows[i] - targets[i]) * (highs[i] - targets[i]) <= 0;
      return {
        x: xs[i], error: Math.abs(middles[i] - targets[i]), low: between ? 0 : Math.min(low, high),
        high: Math.max(low, high),
      };
    });
    if (!byDistance) {
      return [points];
    }
    return [points.filter(point => point.x < from).map(point => ({...point, x: from - point.x})).reverse(),
      points.filter(point => point.x > to).map(point => ({...point, x: point.x - to}))];
  }

  function drawRange(plot, cells, x, box) {
    const ranges = [...new Set(cells.map(cell => data.cells[cell].range[0].join(' ')))];
    if (ranges.length === 1) {
      const [from, to] = data.cells[cells[0]].range[0];
      plot.append(P.svg('rect', {
        x: x(from), y: box.y0, width: x(to) - x(from), height: box.y1 - box.y0,
        style: 'fill: var(--ink); fill-opacity: 0.06; stroke: none',
      }, P.svg('title', {}, 'the range of the training data')));
    }
  }

  function drawDistance(width, chosen, byDistance) {
    const left = 62;
    const legend = chosen.legend(width - left - 10);
    const box = {x0: left, x1: width - 14, y0: legend.height + 12, y1: legend.height + 12 + (width < 560 ? 240 : 320)};
    const profiles = chosen.cells().map(cell => ({cell, sides: profile(cell, byDistance)}));
    const points = profiles.flatMap(({sides}) => sides.flat());
    const reach = points.reduce(([low, high], {x: at}) => [Math.min(low, at), Math.max(high, at)], [Infinity, -Infinity]);
    const x = P.linear(points.length === 0 ? [0, 1] : byDistance ? [0, reach[1]] : reach, [box.x0, box.x1]);
    const y = P.log(panels.logDomain(points.flatMap(point => [point.error, point.high]), 6), [box.y1, box.y0]);
    const root = panels.sheet(width, box.y1 + 42, 'Error of the median prediction against '
      + (byDistance ? 'the distance from the training data' : 'the input'), {'data-cells': chosen.cells().join(' ')});
    legend.draw(root, left, 0);
    const {plot} = panels.panel(root, box, {
      x: {scale: x, label: byDistance ? 'distance beyond the training data' : 'input x'},
      y: {scale: y, label: '|prediction − target| (log)'},
    });
    if (!byDistance && chosen.cells().length > 0) {
      drawRange(plot, chosen.cells(), x, box);
    }
    const least = y.domain[0];
    profiles.forEach(({cell, sides}) => sides.forEach(side => {
      const color = chosen.color(cell);
      const at = side.map(point => point.x);
      const above = key => side.map(point => Math.max(point[key], least));
      plot.append(P.svg('path', {
        d: P.band(at, above('low'), above('high'), x, y), style: `fill: ${P.color(color)}; fill-opacity: 0.12; stroke: none`,
      }), P.svg('path', {d: P.line(at, above('error'), x, y), style: panels.stroke(color, 1.6), 'data-cell': cell},
        P.svg('title', {}, P.label(cell))));
    }));
    return root;
  }

  function tableDistance(chosen, byDistance) {
    return {
      columns: ['cell', byDistance ? 'distance' : 'x', 'error of the median', 'least between the quartiles', 'largest'],
      rows: chosen.cells().flatMap(cell => profile(cell, byDistance).flatMap(side => side
        .filter((unused, i) => i % Math.max(1, Math.floor(side.length / 60)) === 0)
        .map(point => [P.label(cell), P.number(point.x), P.number(point.error), P.number(point.low), P.number(point.high)]))),
    };
  }

  function distance(container) {
    if (data.inputs !== 1 || !P.shownCells().some(cell => data.predictions[cell])) {
      return;
    }
    let figure = null;
    let byDistance = false;
    const redraw = () => figure && figure.redraw();
    const chosen = panels.choice(redraw);
    figure = P.figure(container, {
      id: 'distance',
      title: 'Error and distance from the data',
      caption: 'The line is the error of the median prediction, the band what predictions between the quartiles miss;'
        + ' where the target lies between the quartiles the band reaches down to no error. By distance there are two'
        + ' lines a cell, one for each side of the data.',
      controls: [P.select('Against', [{value: '', text: 'the input'}, {value: 'd', text: 'distance beyond the data'}], '',
        value => {
          byDistance = value === 'd';
          redraw();
        }), ...chosen.controls],
      draw: width => drawDistance(width, chosen, byDistance),
      table: () => tableDistance(chosen, byDistance),
      minHeight: 360,
    });
  }

  P.maps = {axes, axisScale, drawAxes, factors, grid, tiles};

  P.sections.factors = function (container) {
    if (P.shownCells().length === 0) {
      container.append(P.el('p', {class: 'nothing'}, 'No cell has trials.'));
      return;
    }
    if (factors().length === 0) {
      container.append(P.el('p', {class: 'nothing'}, 'Nothing was varied: there is a single cell.'));
    } else {
      along(container);
      mapsOf(container);
    }
    threshold(container);
    distance(container);
  };
})();
