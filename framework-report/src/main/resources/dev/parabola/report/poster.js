/* The poster: a small picture of every cell on the same axes. */
(function () {
  'use strict';

  const {panels} = P;
  const {data} = P;
  const PAGE = 36;
  const ON_PAPER = 8;
  const POSTER_WIDTH = 1080;
  const MOST_FRAMES = 30;
  const DELAY = 12;
  const MOST_DIGITS = 15;

  function layout(count, width) {
    const most = Math.max(1, Math.floor(width / 250));
    const columns = Math.min(most, count, count <= 4 ? (width > 700 ? count : 2) : most);
    return {columns: Math.max(1, columns), tile: width / Math.max(1, columns)};
  }

  /** All tiles have the same axes: the widest x, and of y what targets and medians need. */
  function domains(cells) {
    const all = cells.map(cell => P.fits.points(cell));
    const x = P.extent(all.flatMap(columns => [columns[0][0], columns[0][columns[0].length - 1]]));
    return {x, y: P.scales.robust(all.flatMap(columns => [...columns[1]]), all.map(columns => columns[3]))};
  }

  function corner(cell) {
    const inside = data.cells[cell].regions[data.inside];
    return inside ? `${inside.k}/${inside.n}` : '';
  }

  // Bold letters are wider than those that are measured.
  const BOLD = 0.88;

  function wrap(text, width, size) {
    const lines = [''];
    text.split(/\s+/).forEach(word => {
      const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
      if (panels.textWidth(longer, size) > width && lines[lines.length - 1]) {
        lines.push(word);
      } else {
        lines[lines.length - 1] = longer;
      }
    });
    return lines;
  }

  /** Two digits, all of them more where the ends are far from 0, and none of what is as good as 0 beside the width. */
  function roughly([low, high]) {
    const width = high - low;
    const isFar = digits => [low, high].some(value => Math.abs(Number(value.toPrecision(digits)) - value) > width / 25);
    let digits = 2;
    while (digits < MOST_DIGITS && isFar(digits)) {
      digits++;
    }
    const written = value => (digits === 2 ? P.number(Number(value.toPrecision(2))) : P.scales.written(value, digits));
    return value => (Math.abs(value) < width / 200 ? '0' : written(value));
  }

  function drawTile(root, cell, box, {x: xDomain, y: yDomain}, share) {
    const x = P.linear(xDomain, [box.x0, box.x1]);
    const y = P.linear(yDomain, [box.y1, box.y0]);
    const {plot, over} = panels.panel(root, box, {x: {scale: x, values: [xDomain[0], (xDomain[0] + xDomain[1]) / 2, xDomain[1]], format: roughly(xDomain)}, y: {scale: y}});
    const [xs, target, p25, median, p75] = P.fits.points(cell);
    const fit = P.fits.fit(cell);
    P.fits.seen(data.cells[cell].range[0], x, box, plot, null);
    const faint = 'fill: none; stroke: var(--c0); stroke-width: 1; opacity: 0.3';
    if (fit && share === null) {
      [...fit.last, fit.moving[fit.moving.length - 1]].forEach(curve => plot.append(P.svg('path', {d: P.line(fit.x, curve, x, y), style: faint})));
    } else if (!fit) {
      plot.append(P.svg('path', {d: P.band(xs, p25, p75, x, y), style: 'fill: var(--c0); opacity: 0.2; stroke: none'}));
    }
    plot.append(P.svg('path', {d: P.line(xs, target, x, y), style: 'fill: none; stroke: var(--ink); stroke-width: 1.8'}));
    if (share === null) {
      plot.append(P.svg('path', {d: P.line(xs, median, x, y), style: 'fill: none; stroke: var(--c1); stroke-width: 1.8'}));
    } else if (fit) {
      const at = Math.round(share * (fit.moving.length - 1));
      plot.append(P.svg('path', {d: P.line(fit.x, fit.moving[at], x, y), style: 'fill: none; stroke: var(--c0); stroke-width: 2.4'}));
      over.append(panels.text(`step ${fit.steps[at]}`, box.x1, box.y1 - 8, {'text-anchor': 'end'}));
    }
    const {verdict} = data.cells[cell];
    over.append(
      panels.text(panels.shorten(P.label(cell), (box.x1 - box.x0) * BOLD, 13), box.x0, box.y0 - 8,
        {style: 'font-size: 13px; font-weight: 600; fill: var(--ink)'}, P.label(cell)),
      panels.text(corner(cell), (box.x0 + box.x1) / 2, box.y0 + 22,
        {'text-anchor': 'middle', class: 'tick over', style: 'font-size: 17px; font-weight: 650; fill: var(--ink)'}),
      panels.text(verdict, (box.x0 + box.x1) / 2, box.y0 + 38, {'text-anchor': 'middle', class: 'tick over'}));
  }

  function draw(cells, width, share) {
    const {columns, tile} = layout(cells.length, width);
    const question = wrap(data.question || data.study, (width - 20) * BOLD, 21);
    const top = 22 + question.length * 27;
    const height = Math.min(260, tile * 0.78);
    const rows = Math.ceil(cells.length / columns);
    const legend = wrap(`${P.theme() === 'dark' ? 'white' : 'black'}: the target · shaded: where training points lay`
      + ' · k/n: how many networks learned the inside', width - 8, 12);
    const total = top + rows * height + 18 + legend.length * 16;
    const root = panels.sheet(width, total, `${data.question || data.study} A small picture of ${cells.length} cells on the same axes.`,
      {'data-tiles': cells.length});
    question.forEach((line, i) => root.append(panels.text(line, 4, 24 + i * 27,
      {style: 'font-size: 21px; font-weight: 650; fill: var(--ink)'})));
    const axes = domains(cells);
    const out = P.scales.clipped([['the target', cells.flatMap(cell => [...P.fits.points(cell)[1]])],
      ['a median', cells.flatMap(cell => [...P.fits.points(cell)[3]])]], axes.y);
    cells.forEach((cell, i) => {
      const left = (i % columns) * tile;
      const above = top + Math.floor(i / columns) * height;
      drawTile(root, cell, {x0: left + 44, x1: left + tile - 12, y0: above + 24, y1: above + height - 32}, axes, share);
    });
    legend.forEach((line, i) => root.append(panels.text(line, 4, total - 8 - (legend.length - i) * 16)));
    root.append(panels.text(panels.shorten(`${data.study} · seed ${data.seed} · Parabola${out ? ` · axes ${out}` : ''}`, width - 8), 4, total - 8));
    return root;
  }

  /** Frames of the middle replicas, drawn out of sight; the caller is told how far it is. */
  async function animation(cells, holder, tell) {
    const most = Math.max(...cells.map(cell => (P.fits.fit(cell) ? P.fits.fit(cell).steps.length : 1)));
    const count = Math.min(most, MOST_FRAMES);
    const frames = [];
    for (let i = 0; i < count; i++) {
      const drawn = draw(cells, POSTER_WIDTH, count === 1 ? 1 : i / (count - 1));
      holder.replaceChildren(drawn);
      const canvas = await P.raster(drawn, 0.8);
      frames.push(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height));
      tell(`frame ${i + 1} of ${count}`);
    }
    holder.replaceChildren();
    return P.gif(frames, DELAY);
  }

  P.sections.poster = function (container) {
    const found = P.fits.cellsOf(count => count === 1);
    const cells = data.order.filter(cell => found.includes(cell));
    if (cells.length === 0) {
      container.append(P.el('p', {class: 'nothing'}, 'The poster is drawn for targets of one input.'));
      return;
    }
    let figure = null;
    const pages = panels.pager(PAGE, () => figure && figure.redraw());
    const shown = () => pages.slice(cells);
    /** All cells on as many sheets of paper as they need. */
    const sheets = width => P.el('div', {}, Array.from({length: Math.ceil(cells.length / ON_PAPER)},
      (unused, i) => draw(cells.slice(i * ON_PAPER, (i + 1) * ON_PAPER), width, null)));
    const holder = P.el('div', {'aria-hidden': 'true', style: 'position: absolute; left: -9999px; top: 0; width: 1080px'});
    const status = P.el('span', {role: 'status', class: 'note'});
    const gif = P.button('GIF', () => {
      gif.disabled = true;
      animation(shown(), holder, text => {
        status.textContent = text;
      }).then(bytes => {
        gif.dataset.bytes = bytes.length;
        P.save(new Blob([bytes], {type: 'image/gif'}), `${data.study}-poster.gif`);
        status.textContent = '';
      }).catch(error => {
        console.error(error);
        status.textContent = 'the animation cannot be drawn';
      }).finally(() => {
        gif.disabled = false;
      });
    });
    gif.id = 'poster-gif';
    gif.setAttribute('aria-label', 'Save Poster as animated GIF of the middle replicas in training');
    figure = P.figure(container, {
      id: 'poster-tiles',
      title: 'Every cell on the same axes, best first',
      caption: 'Thin: the first replicas. Orange: the median of all. The GIF moves the middle replicas through their training.',
      controls: [pages.node],
      extra: data.fits.some(each => each) ? [gif, status] : [],
      draw: width => (P.isPaper() ? sheets(width) : draw(shown(), width, null)),
      table: () => ({
        columns: ['cell', 'inside', 'verdict'],
        rows: shown().map(cell => [P.label(cell), corner(cell), data.cells[cell].verdict]),
      }),
      minHeight: 240,
    });
    figure.node.classList.add('long');
    container.append(holder);
  };
})();
