/* The figure that answers: the error along the one factor that was varied, or a map of verdicts of several. */
(function () {
  'use strict';

  const {panels, maps} = P;
  const {data} = P;

  // ---- one factor

  const BAND = 0.36;

  /** Where the levels of a factor lie: on an axis of numbers, else side by side. */
  function positions(factor, box) {
    if (panels.numeric(factor)) {
      const values = factor.levels.map(Number);
      const scale = maps.axisScale(values, [box.x0, box.x1]);
      return {scale, at: level => scale(values[level]), axis: {
        scale, label: factor.name + (scale.isLog ? ' (log)' : ''), values: [...new Set(values)].sort((a, b) => a - b),
      }};
    }
    const scale = P.linear([-0.5, factor.levels.length - 0.5], [box.x0, box.x1]);
    return {scale, at: scale, axis: {
      scale, label: factor.name, values: factor.levels.map((level, i) => i),
      format: i => panels.shorten(factor.levels[i], (box.x1 - box.x0) / factor.levels.length - 8),
    }};
  }

  function drawPoints(plot, cells, factor, region, place, y, color) {
    const points = cells.map(index => ({index, ...data.cells[index].regions[region], x: place(data.cells[index].levels[factor.index])}))
      .sort((a, b) => a.x - b.x);
    if (panels.numeric(factor)) {
      plot.append(P.svg('path', {d: P.line(points.map(point => point.x), points.map(point => point.med), value => value, y),
        style: `${panels.stroke(color, 1.6)}; opacity: 0.6`}));
    }
    points.forEach(point => {
      const title = P.svg('title', {}, `${P.label(point.index)}, ${data.regions[region]}: ${point.med === null ? 'the median trial diverged'
        : `median ${P.number(point.med)}${point.sure ? ` [${P.number(point.sure[0])}, ${P.number(point.sure[1])}]` : ''}`}; `
        + `${point.rate}, ${point.standing}`);
      const [low, high] = point.sure || [null, null];
      if (low !== null) {
        const top = high === null ? y.range[1] : y(high);
        plot.append(P.svg('path', {d: `M${point.x},${y(Math.max(low, y.domain[0]))}V${top}m-4,0h8M${point.x - 4},${y(Math.max(low, y.domain[0]))}h8`,
          style: `fill: none; stroke: ${P.color(color)}; stroke-width: 1.6`, 'data-interval': point.index}));
      }
      plot.append(point.med === null
        ? P.svg('path', {d: `M${point.x - 4},${y.range[1] + 5}l8,8m0,-8l-8,8`, 'data-cell': point.index,
          style: `fill: none; stroke: ${P.color(color)}; stroke-width: 1.8`}, title)
        : P.svg('circle', {cx: point.x, cy: y(Math.max(point.med, y.domain[0])), r: 4, 'data-cell': point.index,
          style: `fill: ${P.color(color)}`}, title));
    });
  }

  /** How many learned each region, under the level that it is of. */
  function drawCounts(root, cells, factor, regions, place, box, top) {
    regions.forEach((region, row) => {
      const y = top + row * 18;
      root.append(panels.text(panels.shorten(data.regions[region], box.x0 - 12), box.x0 - 8, y, {'text-anchor': 'end'}));
      let free = -Infinity;
      [...cells].sort((a, b) => place(data.cells[a].levels[factor.index]) - place(data.cells[b].levels[factor.index])).forEach(index => {
        const result = data.cells[index].regions[region];
        const x = place(data.cells[index].levels[factor.index]);
        const content = result ? `${result.k}/${result.n}` : '–';
        const half = panels.textWidth(content) / 2;
        if (x - half > free) {
          root.append(panels.text(content, x, y, {
            'text-anchor': 'middle', class: `tick standing ${result ? result.standing.replace(' ', '-') : ''}`,
          }, result ? `${P.label(index)}: ${result.rate}, ${result.standing}` : null));
          free = x + half + 4;
        }
      });
    });
  }

  function drawAlong(width, factor, cells, regions) {
    const place = {x0: 0, x1: width - 20};
    const items = regions.map(region => ({text: data.regions[region], style: panels.stroke(region, 2.5)}));
    const legend = panels.legend(regions.length > 1 ? items : [], width - 80);
    const height = width < 560 ? 240 : 300;
    const top = legend.height + 14;
    const results = cells.flatMap(index => regions.map(region => data.cells[index].regions[region])).filter(result => result);
    const limit = data.trials[cells[0]].limit[data.inside];
    const isSame = limit !== null && cells.every(index => data.trials[index].limit[data.inside] === limit);
    const values = results.flatMap(result => [result.med, ...(result.sure || [])]).filter(value => value !== null);
    const y = P.log(panels.logDomain(isSame ? [...values, limit] : values, 16), [top + height, top]);
    y.range = [top + height, top];
    const names = [...new Set(regions.map(region => data.errors[region]))];
    const axis = {scale: y, label: `median ${names.length === 1 ? names[0] : 'error'} (log)`};
    const left = Math.max(panels.left(axis, height), ...regions.map(region => Math.min(110, panels.textWidth(data.regions[region]) + 20)));
    const box = {x0: left, x1: place.x1, y0: top, y1: top + height};
    const along = positions(factor, box);
    const root = panels.sheet(width, box.y1 + 62 + regions.length * 18, `Median error along ${factor.name}, with 95 % intervals. `
      + cells.map(index => `${P.label(index)}: ${data.cells[index].verdict}`).join('; '), {'data-lead': 'along'});
    legend.draw(root, left, 0);
    const {plot, over} = panels.panel(root, box, {x: along.axis, y: axis});
    if (isSame) {
      plot.append(panels.rule(box.x0, y(limit), box.x1, y(limit), 'stroke: var(--ink); stroke-dasharray: 2 3'));
      over.append(panels.text(`success limit ${data.regions[data.inside]}`, box.x1 - 4, y(limit) - 5, {'text-anchor': 'end'}));
    }
    const spread = panels.numeric(factor) ? 0 : BAND * (box.x1 - box.x0) / factor.levels.length;
    regions.forEach((region, i) => {
      const shift = regions.length > 1 ? (i / (regions.length - 1) - 0.5) * Math.max(spread, 8 * (regions.length - 1)) : 0;
      drawPoints(plot, cells.filter(index => data.cells[index].regions[region]), factor, region, level => along.at(level) + shift, y, region);
    });
    P.scales.say(over, box, P.scales.clipped([['error', values]], [0, y.domain[1]]));
    root.append(panels.text('learned', box.x0 - 8, box.y1 + 50, {'text-anchor': 'end', style: 'font-weight: 600'}));
    drawCounts(root, cells, factor, regions, along.at, box, box.y1 + 66);
    return root;
  }

  function along(container) {
    const factor = maps.factors()[0];
    const cells = factor.tuned ? data.cells.map((cell, i) => i) : P.shownCells();
    const regions = [data.inside, ...data.regions.map((name, i) => i).filter(i => i !== data.inside)];
    let figure = null;
    figure = P.figure(container, {
      id: 'lead',
      title: `Error along ${factor.short}`,
      caption: 'Medians over the replicas with 95 % intervals, where there are six replicas or more; a × at the top where the median trial'
        + ' diverged. Underneath: how many of the replicas learned each region.',
      controls: panels.numeric(factor) ? [P.shared.scale('Axis')] : [],
      draw: width => drawAlong(width, factor, cells, regions),
      table: () => ({
        columns: [factor.name, 'region', 'median', '95 % interval', 'learned', 'standing', 'verdict'],
        rows: cells.flatMap(index => regions.filter(region => data.cells[index].regions[region]).map(region => {
          const result = data.cells[index].regions[region];
          return [factor.levels[data.cells[index].levels[factor.index]], data.regions[region], P.number(result.med),
            result.sure ? `[${P.number(result.sure[0])}, ${P.number(result.sure[1])}]` : '–', result.rate, result.standing,
            data.cells[index].verdict];
        })),
      }),
      minHeight: 360,
      isFirst: true,
    });
    P.state.on('scale', figure.redraw);
  }

  // ---- several factors

  /** A colour and a letter for each verdict, in the order in which a legend has them. */
  const VERDICTS = new Map([['learned', ['--c2', 'L']], ['interpolates', ['--c0', 'I']], ['open', ['--c7', 'O']],
    ['undecidable', ['--c4', '?']], ['memorizes', ['--c3', 'M']], ['underfits', ['--c1', 'U']], ['broken', ['--bad', 'B']]]);
  const color = verdict => P.colors.css((VERDICTS.get(verdict) || ['--c7'])[0]);

  function drawTile(root, place, {row, column, index, region}) {
    const {verdict} = data.cells[index];
    const fill = color(verdict);
    const ink = P.colors.ink(fill);
    const x = place.x(column);
    const y = place.y(row);
    const group = P.svg('g', {'data-verdict': verdict}, P.svg('title', {},
      `${P.label(index)}: ${verdict}${region ? `; ${data.regions[data.inside]} ${region.rate}` : ''}`));
    group.append(P.svg('rect', {
      x, y, width: place.each, height: place.tall, 'data-cell': index, class: 'pick', style: `fill: ${P.colors.text(fill)}; stroke: var(--paper); stroke-width: 2`,
      onclick: () => P.state.set('cell', index),
    }));
    const counts = region ? `${region.k}/${region.n}` : '–';
    const word = panels.textWidth(verdict, 11) < place.each - 8;
    const both = word && place.tall >= 36;
    const write = (content, down, size) => {
      if (panels.textWidth(content, size) < place.each - 4) {
        group.append(panels.text(content, x + place.each / 2, y + place.tall / 2 + down, {
          'text-anchor': 'middle', 'pointer-events': 'none', class: 'tile-label', style: `fill: ${ink}; font-size: ${size}px`,
        }));
        return true;
      }
      return false;
    };
    if (both) {
      write(verdict, -3, 11);
      write(counts, 13, 12);
    } else if (!write(counts, 4, 11)) {
      write((VERDICTS.get(verdict) || ['', ''])[1], 4, 11);
    }
    root.append(group);
  }

  function key(cells, width) {
    const found = [...VERDICTS.keys()].filter(verdict => cells.some(({index}) => data.cells[index].verdict === verdict));
    return panels.legend(found.map(verdict => ({
      text: `${VERDICTS.get(verdict)[1]}, ${verdict}`, style: `stroke: ${P.colors.text(color(verdict))}; stroke-width: 12`,
    })), width);
  }

  function drawMap(width, state) {
    const found = maps.grid({...state, region: data.inside}, true);
    const legend = key(found, width - 8);
    const place = maps.tiles(state, 0, width, legend.height, {widest: 128, tallest: 46});
    const root = panels.sheet(width, place.bottom + place.below + 26, `Verdicts by ${state.y.name} and ${state.x.name}. `
      + found.map(({index}) => `${P.label(index)}: ${data.cells[index].verdict}`).join('; '), {'data-lead': 'map'});
    legend.draw(root, 4, 2);
    maps.drawAxes(root, state, place, `verdict, and how many learned ${data.regions[data.inside]}`);
    found.forEach(tile => drawTile(root, place, tile));
    return root;
  }

  function map(container) {
    let figure = null;
    const redraw = () => figure && figure.redraw();
    const {state, nodes} = maps.axes(redraw);
    figure = P.figure(container, {
      id: 'lead',
      title: 'Verdicts',
      caption: `Each tile is a cell: its verdict, and how many of its replicas learned ${data.regions[data.inside]}. A click shows its fit.`,
      controls: [nodes.x, nodes.y, state.others.node],
      draw: width => drawMap(width, state),
      table: () => ({
        columns: [state.y.name, state.x.name, 'verdict', ...data.regions],
        rows: maps.grid({...state, region: data.inside}, true).map(({row, column, index}) => [state.y.levels[row], state.x.levels[column],
          data.cells[index].verdict, ...data.cells[index].regions.map(region => (region ? region.rate : '–'))]),
      }),
      minHeight: 240,
      isFirst: true,
    });
  }

  P.sections.lead = function (container) {
    if (container) {
      ({along, map})[container.dataset.lead](container);
    }
  };
})();
