/* The trained networks layer by layer: what is wrong with their units, and their norms. */
(function () {
  'use strict';

  const {panels} = P;
  const PAGE = 40;
  const ILLS = [['dead', 'dead'], ['saturated', 'saturated'], ['denormal', 'denormal'], ['never_updated', 'never updated']];
  const NORMS = [['gradient_norm', 'gradient norm'], ['weight_norm', 'weight norm']];

  function layers(cells) {
    return cells.flatMap(cell => (P.data.layers[cell] || []).map((layer, i, all) => ({
      ...layer, cell, name: i === all.length - 1 ? `layer ${layer.layer}, output` : `layer ${layer.layer}`,
    })));
  }

  function entries(list, narrow) {
    const found = [];
    let before = -1;
    const single = P.shownCells().length === 1;
    list.forEach(layer => {
      if (layer.cell !== before && !single) {
        found.push({text: P.label(layer.cell), heading: true});
      }
      before = layer.cell;
      found.push({text: `${layer.name} (${layer.units} ${layer.units === 1 ? 'unit' : 'units'})`, layer});
    });
    return found.map(entry => ({...entry, narrow}));
  }

  function drawShare(group, share, y, x, i) {
    const [from, to] = x.range;
    group.append(P.svg('rect', {x: from, y: y - 5, width: to - from, height: 10, style: 'fill: var(--ink); fill-opacity: 0.06'}));
    if (share > 0) {
      group.append(P.svg('rect', {
        x: from, y: y - 5, width: Math.max(x(share) - from, 1), height: 10, style: `fill: ${P.color(i)}`,
      }));
    }
  }

  function shareColumns(root, rows, boxes, top) {
    ILLS.forEach(([key, name], i) => {
      const box = boxes[i];
      const x = P.linear([0, 1], [box.x0, box.x1]);
      x.range = [box.x0, box.x1];
      const {over} = panels.panel(root, box, {
        x: {scale: x, values: box.x1 - box.x0 > 110 ? [0, 0.5, 1] : [0, 1], format: share => String(100 * share)},
        title: `${name}, %`,
      });
      rows.places.filter(place => place.entry.layer).forEach(place => {
        const {layer} = place.entry;
        const group = P.svg('g', {'data-cell': layer.cell, 'data-layer': layer.layer},
          P.svg('title', {}, `${P.label(layer.cell)}, layer ${layer.layer}: ${P.percent(layer[key])} ${name}`));
        drawShare(group, layer[key], top + place.middle, x, i);
        over.append(group);
      });
    });
  }

  function normColumns(root, rows, boxes, top, all) {
    NORMS.forEach(([key, name], i) => {
      const box = boxes[i];
      const values = all.flatMap(layer => layer[key] || []).filter(value => value !== null);
      const x = P.log(panels.logDomain(values, 12), [box.x0, box.x1]);
      const {plot} = panels.panel(root, box, {x: {scale: x}, title: `${name} (log)`});
      rows.places.filter(place => place.entry.layer).forEach(place => {
        const {layer} = place.entry;
        drawNorm(plot, layer, layer[key] || [null, null, null], name, top + place.middle, x);
      });
    });
  }

  function drawNorm(plot, layer, [low, middle, high], name, y, x) {
    const [least, most] = x.domain;
    const clamp = value => x(Math.min(Math.max(value, least), most));
    const title = P.svg('title', {}, `${P.label(layer.cell)}, layer ${layer.layer}: ${name} ${P.number(middle)}`
      + ` [${P.number(low)}, ${P.number(high)}]`);
    const group = P.svg('g', {}, title);
    if (low !== null) {
      group.append(panels.rule(clamp(low), y, high === null ? x(most) : clamp(high), y,
        `stroke: ${P.color(0)}; stroke-width: 4; stroke-opacity: 0.35`));
    }
    if (middle !== null && middle >= least) {
      group.append(P.svg('circle', {cx: clamp(middle), cy: y, r: 3.6, style: `fill: ${P.color(0)}`}));
    } else if (middle !== null) {
      // Zero, or next to it: an arrow at the edge stands for what no logarithmic axis can hold.
      const edge = x(least);
      group.append(P.svg('path', {
        d: `M${edge + 10},${y - 4}l-6,4l6,4`, style: `fill: none; stroke: ${P.color(0)}; stroke-width: 1.8`,
      }));
    }
    plot.append(group);
  }

  function columns(left, right, shares, gap, top, height) {
    const total = shares.reduce((sum, share) => sum + share, 0);
    const room = right - left - gap * (shares.length - 1);
    let x = left;
    return shares.map(share => {
      const x0 = x;
      const x1 = x0 + room * share / total;
      x = x1 + gap;
      return {x0, x1, y0: top, y1: top + height};
    });
  }

  function draw(width, list, all) {
    const rows = panels.rows(entries(list), width, 0.24);
    const top = 26;
    const label = 'Units with findings and norms by layer';
    if (rows.narrow) {
      const second = top + rows.height + 66;
      const root = panels.sheet(width, second + rows.height + 24, label, {'data-rows': list.length});
      const ills = columns(6, width - 14, [1, 1, 1, 1], 12, top, rows.height);
      const norms = columns(6, width - 14, [1, 1], 20, second, rows.height);
      shareColumns(root, rows, ills, top);
      normColumns(root, rows, norms, second, all);
      rows.draw(root, top);
      rows.draw(root, second);
      return root;
    }
    const root = panels.sheet(width, top + rows.height + 24, label, {'data-rows': list.length});
    const boxes = columns(rows.labelWidth + 4, width - 16, [1, 1, 1, 1, 1.9, 1.9], 22, top, rows.height);
    shareColumns(root, rows, boxes, top);
    normColumns(root, rows, boxes.slice(4), top, all);
    rows.draw(root, top);
    return root;
  }

  function table(list) {
    return {
      columns: ['cell', 'layer', 'units', ...ILLS.map(([, name]) => name),
        ...NORMS.flatMap(([, name]) => [`${name}, median`, '25 %', '75 %'])],
      rows: list.map(layer => [P.label(layer.cell), layer.layer, layer.units, ...ILLS.map(([key]) => P.percent(layer[key])),
        ...NORMS.flatMap(([key]) => [1, 0, 2].map(i => P.number((layer[key] || [])[i])))]),
    };
  }

  P.sections.health = function (container) {
    const all = layers(P.shownCells());
    if (all.length === 0) {
      container.append(P.el('p', {class: 'nothing'}, 'No layers were recorded.'));
      return;
    }
    let figure = null;
    const pages = panels.pager(PAGE, () => figure && figure.redraw());
    figure = P.figure(container, {
      id: 'layers',
      title: 'Layer by layer',
      caption: 'Shares are of the units over all replicas of a cell; a unit can be more than one of these, one that was dead'
        + ' from the start is also never updated, and some dead units are usual with ReLU. Norms are medians after training'
        + ' with their quartiles; an arrow at the left edge is a norm of 0 or too small for the axis.',
      controls: [pages.node],
      draw: width => draw(width, pages.slice(all), all),
      table: () => table(pages.slice(all)),
      minHeight: 200,
    });
  };
})();
