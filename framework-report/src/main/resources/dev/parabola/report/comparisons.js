/* Ratios of the errors of two cells that differ in one factor, with their intervals. */
(function () {
  'use strict';

  const {panels} = P;
  const {data} = P;
  const PAGE = 60;
  /** Ratios beyond are drawn as arrows at the edge. */
  const REACH = [1e-4, 1e4];

  function comparisons() {
    return data.comparisons.map(([region, factor, a, b, ratio, low, high, p, apart]) => ({
      region, factor, a, b, p, apart,
      ratio: ratio === null ? null : Number(ratio),
      low: low === null ? null : Number(low),
      high: high === null ? Infinity : Number(high),
    }));
  }

  function short(name) {
    const factor = data.factors.find(other => other.name === name);
    return factor ? factor.short : name;
  }

  function words({factor, a, b}) {
    const index = data.factors.findIndex(other => other.name === factor);
    if (index < 0) {
      return {pair: `${P.label(a)} : ${P.label(b)}`, context: ''};
    }
    const level = (cell, i) => data.factors[i].levels[data.cells[cell].levels[i]];
    const context = data.factors.map((other, i) => ({other, i}))
      .filter(({other, i}) => i !== index && !other.tuned && other.levels.length > 1)
      .map(({other, i}) => (panels.numeric(other) ? `${other.short} ${level(a, i)}` : level(a, i))).join(', ');
    return {pair: `${level(a, index)} : ${level(b, index)}`, context};
  }

  function label(comparison) {
    const {pair, context} = words(comparison);
    return context ? `${pair}  (${context})` : pair;
  }

  /** Comparisons under a heading for each region and factor, in the order of the file. */
  function entries(list) {
    const found = [];
    let before = '';
    list.forEach(comparison => {
      const heading = `${short(comparison.factor)}, ${comparison.region}`;
      if (heading !== before) {
        found.push({text: heading, heading: true});
        before = heading;
      }
      found.push({text: label(comparison), comparison});
    });
    return found;
  }

  function domain(list) {
    const ends = list.filter(one => one.ratio !== null).flatMap(one => [one.low, one.ratio, one.high])
      .filter(value => Number.isFinite(value) && value > 0).map(value => Math.min(Math.max(value, REACH[0]), REACH[1]));
    const far = Math.max(2, ...ends.map(value => Math.max(value, 1 / value))) * 1.15;
    const low = Math.min(1 / 1.5, ...ends) / 1.15;
    const high = Math.max(1.5, ...ends) * 1.15;
    // Around 1 on both sides, unless that would leave half the axis empty.
    return [Math.min(low, 1 / Math.sqrt(far)), Math.max(high, Math.sqrt(far))];
  }

  function arrow(x, y, direction, style) {
    return P.svg('path', {d: `M${x - 5 * direction},${y - 4}L${x},${y}L${x - 5 * direction},${y + 4}`, style});
  }

  function drawInterval(group, {low, high, ratio, apart}, y, x) {
    const [least, most] = x.domain;
    const color = apart ? P.color(0) : 'var(--muted)';
    const style = `fill: none; stroke: ${color}; stroke-width: ${apart ? 2 : 1.5}`;
    const from = x(Math.max(low === null ? 0 : low, least));
    const to = x(Math.min(high, most));
    group.append(P.svg('path', {d: `M${from},${y}H${to}`, style}));
    if (low === null || low < least) {
      group.append(arrow(from, y, -1, style));
    }
    if (high > most) {
      group.append(arrow(to, y, 1, style));
    }
    if (ratio >= least && ratio <= most) {
      group.append(P.svg('circle', {
        cx: x(ratio), cy: y, r: 4.2,
        style: apart ? `fill: ${color}; stroke: none` : `fill: var(--paper); stroke: ${color}; stroke-width: 1.5`,
      }));
    }
  }

  function numbers({ratio, low, high}) {
    const end = value => (value === null ? '–' : Number.isFinite(value) ? P.number(value) : '∞');
    return ratio === null ? 'no ratio' : `${P.number(ratio)} [${end(low)}, ${end(high)}]`;
  }

  function sentence(one) {
    const {pair} = words(one);
    const verdict = one.apart ? 'told apart' : 'not told apart';
    return `${label(one)}, ${one.region}: ratio ${numbers(one)}, p ${P.number(one.p)}, ${verdict} (A : B is ${pair})`;
  }

  function draw(width, list) {
    const rows = panels.rows(entries(list), width, 0.36);
    const aside = rows.narrow ? 0 : 158;
    const top = 30;
    const box = {x0: rows.narrow ? 8 : rows.labelWidth, x1: width - aside - 10, y0: top, y1: top + rows.height};
    const x = P.log(domain(list), [box.x0, box.x1]);
    const apart = list.filter(one => one.apart).length;
    const root = panels.sheet(width, box.y1 + 44,
      `Ratios of errors, A to B. ${apart} of these ${list.length} comparisons are told apart.`, {'data-rows': list.length});
    rows.draw(root, top);
    const {over} = panels.panel(root, box, {x: {scale: x, label: 'ratio of the errors, A / B (log)'}});
    over.append(panels.rule(x(1), box.y0, x(1), box.y1, 'stroke: var(--ink); stroke-width: 1.2'));
    directions(over, box, x(1));
    rows.places.filter(place => place.entry.comparison).forEach(place => {
      const one = place.entry.comparison;
      const y = top + place.middle;
      const group = P.svg('g', {'data-apart': one.apart ? 'yes' : 'no'}, P.svg('title', {}, sentence(one)));
      // Something to point at along the whole row.
      group.append(P.svg('rect',
        {x: box.x0, y: y - 10, width: box.x1 - box.x0, height: 20, style: 'fill: transparent; stroke: none'}));
      if (one.ratio === null) {
        group.append(panels.text('no ratio: too few finite pairs', x(1) + 8, y + 4));
      } else {
        drawInterval(group, one, y, x);
      }
      over.append(group);
      if (!rows.narrow && one.ratio !== null) {
        over.append(panels.text(numbers(one), width - 4, y + 4, {
          'text-anchor': 'end', style: one.apart ? '' : 'fill: var(--muted)',
        }));
      }
    });
    return root;
  }

  function directions(over, box, middle) {
    const left = '← A smaller error';
    const right = 'B smaller error →';
    const x = Math.min(Math.max(middle, box.x0 + panels.textWidth(left) + 8), box.x1 - panels.textWidth(right) - 8);
    over.append(panels.text(left, x - 8, box.y0 - 10, {'text-anchor': 'end'}),
      panels.text(right, x + 8, box.y0 - 10, {'text-anchor': 'start'}));
  }

  function table(list) {
    return {
      columns: ['region', 'factor', 'A : B', 'at', 'ratio A/B [95 %]', 'p, adjusted', 'told apart'],
      rows: list.map(one => [one.region, one.factor, words(one).pair, words(one).context, numbers(one), P.number(one.p),
        one.apart ? 'yes' : 'no']),
    };
  }

  P.forest = {arrow, directions, drawInterval, domain, numbers, short};

  P.sections.comparisons = function (container) {
    const all = comparisons();
    if (all.length === 0) {
      container.append(P.el('p', {class: 'nothing'},
        'Nothing is compared: no two cells differ in exactly one factor with enough replicas to pair.'));
      return;
    }
    let figure = null;
    const there = data.regions.filter(region => all.some(one => one.region === region));
    const inside = data.regions[data.inside];
    const regions = there.includes(inside) ? [inside, ...there.filter(region => region !== inside)] : there;
    const factors = [...new Set(all.map(one => one.factor))];
    const wanted = {region: regions[0], factor: '', apart: ''};
    const redraw = () => figure && figure.redraw();
    const pages = panels.pager(PAGE, redraw);
    const list = () => pages.slice(all.filter(one => (wanted.region === '' || one.region === wanted.region)
      && (wanted.factor === '' || one.factor === wanted.factor)));
    const choose = key => value => {
      wanted[key] = value;
      pages.first();
      redraw();
    };
    const every = {value: '', text: 'all'};
    figure = P.figure(container, {
      id: 'forest',
      title: 'Errors of A against errors of B',
      caption: 'Each row is two cells that differ in one factor, A : B, and the typical ratio of their errors over the'
        + ' replicas with its 95 % interval. Filled: told apart. Hollow and grey: not told apart.'
        + ' The order is that of the plan and ranks nothing.',
      controls: [P.select('Region', [every, ...regions.map(value => ({value, text: value}))], wanted.region,
        choose('region')),
      P.select('Factor', [every, ...factors.map(value => ({value, text: short(value)}))], '', choose('factor')),
      pages.node],
      draw: width => draw(width, list()),
      table: () => table(list()),
      minHeight: 200,
    });
  };
})();
