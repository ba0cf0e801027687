/* What a factor does over all contexts: ratios of errors between two of its levels, with intervals. */
(function () {
  'use strict';

  const {panels} = P;
  const {data} = P;
  const PAGE = 60;

  function effects() {
    const {short} = P.forest;
    return data.effects.map(([region, factor, a, b, contexts, replicas, ratio, low, high, p, apart, reversed]) => ({
      region, factor, contexts, replicas, ratio, low, p, apart, reversed,
      high: high === null ? Infinity : high, pair: `${a} : ${b}`, short: short(factor),
    }));
  }

  function entries(list) {
    const found = [];
    let before = '';
    list.forEach(effect => {
      const heading = `${effect.short}, ${effect.region}`;
      if (heading !== before) {
        found.push({text: heading, heading: true});
        before = heading;
      }
      found.push({text: effect.pair, effect});
    });
    return found;
  }

  const count = (number, one, several) => `${number} ${number === 1 ? one : several}`;

  /** How many contexts go the other way; nothing where none does. */
  const against = ({reversed, contexts}) => (reversed > 0 ? `${reversed} of ${contexts} the other way` : '');

  function sentence(effect) {
    return `${effect.short}, ${effect.pair}, ${effect.region}: ratio ${P.forest.numbers(effect)} over `
      + `${count(effect.contexts, 'context', 'contexts')} and ${count(effect.replicas, 'replica', 'replicas')}, p ${P.number(effect.p)}, `
      + `${effect.apart ? 'told apart' : 'not told apart'}${effect.reversed > 0 ? `; ${against(effect)}` : ''}`;
  }

  function draw(width, list) {
    const rows = panels.rows(entries(list), width, 0.3);
    const aside = rows.narrow ? 0 : 330;
    const top = 30;
    const box = {x0: rows.narrow ? 8 : rows.labelWidth, x1: width - aside - 10, y0: top, y1: top + rows.height};
    const x = P.log(P.forest.domain(list), [box.x0, box.x1]);
    const apart = list.filter(effect => effect.apart).length;
    const root = panels.sheet(width, box.y1 + 44,
      `Ratios of errors between two levels of a factor. ${apart} of these ${count(list.length, 'effect is', 'effects are')} told apart.`,
      {'data-rows': list.length});
    rows.draw(root, top);
    const {over} = panels.panel(root, box, {x: {scale: x, label: 'ratio of the errors, A / B (log)'}});
    over.append(panels.rule(x(1), box.y0, x(1), box.y1, 'stroke: var(--ink); stroke-width: 1.2'));
    P.forest.directions(over, box, x(1));
    rows.places.filter(place => place.entry.effect).forEach(place => {
      const {effect} = place.entry;
      const y = top + place.middle;
      const group = P.svg('g', {'data-apart': effect.apart ? 'yes' : 'no'}, P.svg('title', {}, sentence(effect)));
      group.append(P.svg('rect',
        {x: box.x0, y: y - 10, width: box.x1 - box.x0, height: 20, style: 'fill: transparent; stroke: none'}));
      if (effect.ratio === null) {
        group.append(panels.text('no ratio: nothing is paired', x(1) + 8, y + 4));
      } else {
        P.forest.drawInterval(group, effect, y, x);
      }
      over.append(group);
      if (!rows.narrow && effect.ratio !== null) {
        over.append(panels.text(panels.shorten([P.forest.numbers(effect), `p ${P.number(effect.p)}`, against(effect)].filter(part => part !== '').join('; '),
          aside), width - 4, y + 4, {'text-anchor': 'end', style: effect.apart ? '' : 'fill: var(--muted)'}));
      }
    });
    return root;
  }

  P.sections.effects = function (container) {
    const all = effects();
    if (!container || all.length === 0) {
      return;
    }
    let figure = null;
    const factors = [...new Set(all.map(effect => effect.factor))];
    let factor = '';
    const redraw = () => figure && figure.redraw();
    const pages = panels.pager(PAGE, redraw);
    const list = () => pages.slice(all.filter(effect => effect.region === data.regions[P.state.get('region')]
      && (factor === '' || effect.factor === factor)));
    figure = P.figure(container, {
      id: 'effects',
      title: 'Errors at one level against errors at another',
      caption: 'Each row exchanges one level of a factor for another, A : B, over all contexts: the typical ratio of errors over the'
        + ' replicas with its 95 % interval. Filled: told apart. Hollow and grey: not told apart.',
      controls: [P.shared.region(), P.select('Factor', [{value: '', text: 'all'},
        ...factors.map(value => ({value, text: P.forest.short(value)}))], '', value => {
        factor = value;
        pages.first();
        redraw();
      }), pages.node],
      draw: width => draw(width, list()),
      table: () => ({
        columns: ['region', 'factor', 'A : B', 'contexts', 'replicas', 'ratio A/B [95 %]', 'p, adjusted', 'told apart',
          'contexts the other way'],
        rows: list().map(effect => [effect.region, effect.factor, effect.pair, effect.contexts, effect.replicas,
          P.forest.numbers(effect), P.number(effect.p), effect.apart ? 'yes' : 'no', effect.reversed]),
      }),
      minHeight: 160,
    });
    P.state.on('region', () => {
      pages.first();
      redraw();
    });
  };
})();
