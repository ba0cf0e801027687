/* Error per region: a dot for each replica. */
(function () {
  'use strict';

  const {panels} = P;
  const PAGE = 30;
  /** Above so many dots they are drawn as one path a row, without a title each. */
  const TITLED = 3000;

  const limit = (cell, region) => P.data.trials[cell].limit[region];

  /** Spreads replicas over a row, the same way every time. */
  function jitter(replica) {
    return ((replica * 0.6180339887498949) % 1 - 0.5) * 13;
  }

  function domain(cells, region) {
    const values = cells.flatMap(cell => [...(P.data.trials[cell].error[region] || []), limit(cell, region),
      region === P.data.inside ? P.data.cells[cell].floor : null]);
    return panels.logDomain(values.filter(value => value !== null), 14);
  }

  const succeeded = (cell, region, replica) => P.data.trials[cell].success[region][replica] === '1';

  function drawDots(plot, cell, region, y, scale, titled) {
    const {status, error} = P.data.trials[cell];
    const radius = status.length > 60 ? 1.6 : 2.5;
    const paths = {true: '', false: ''};
    (error[region] || []).forEach((value, replica) => {
      if (status[replica] !== 'c' || value === null || !(value > 0)) {
        return;
      }
      const good = succeeded(cell, region, replica);
      const cx = scale(value).toFixed(1);
      const cy = (y + jitter(replica)).toFixed(1);
      if (titled) {
        const style = good ? `fill: ${P.color(0)}; fill-opacity: 0.65; stroke: none`
          : `fill: none; stroke: ${P.color(1)}; stroke-width: 1.2`;
        plot.append(P.svg('circle', {cx, cy, r: radius, style},
          P.svg('title', {}, `${P.label(cell)}, replica ${replica}: ${P.number(value)}`)));
      } else {
        paths[good] += `M${cx},${cy}h0`;
      }
    });
    Object.entries(paths).filter(([, d]) => d !== '').forEach(([good, d]) => plot.append(P.svg('path', {
      d, style: `fill: none; stroke: ${P.color(good === 'true' ? 0 : 1)}; stroke-opacity: 0.6; stroke-linecap: round;`
        + `stroke-width: ${2 * radius}`,
    })));
  }

  function drawDiverged(over, cell, y, x) {
    [...P.data.trials[cell].status].forEach((status, replica) => {
      if (status === 'd') {
        const cy = y + jitter(replica);
        const cx = x + ((replica * 0.7548776662466927) % 1) * 12;
        over.append(P.svg('path', {
          d: `M${cx - 2.5},${cy - 2.5}l5,5m0,-5l-5,5`, style: 'fill: none; stroke: var(--ink); stroke-width: 1.2',
        }, P.svg('title', {}, `${P.label(cell)}, replica ${replica}: diverged`)));
      }
    });
  }

  function drawRow({plot, over}, cell, region, place, top, box, scale, titled) {
    const y = top + place.middle;
    const from = y - 11;
    const to = y + 11;
    const wanted = limit(cell, region);
    if (wanted !== null) {
      plot.append(panels.rule(scale(wanted), from, scale(wanted), to, 'stroke: var(--ink); stroke-dasharray: 2 2'));
    }
    const {floor, regions} = P.data.cells[cell];
    if (region === P.data.inside && floor > 0) {
      plot.append(P.svg('path', {
        d: `M${scale(floor)},${from + 2}V${to - 2}m-4,0h8`, style: 'fill: none; stroke: var(--muted); stroke-width: 1.5',
      }, P.svg('title', {}, `floor ${P.number(floor)}: a lower bound of the error of any network of this shape`)));
    }
    drawDots(plot, cell, region, y, scale, titled);
    const middle = regions[region] && regions[region].med;
    if (middle > 0) {
      plot.append(panels.rule(scale(middle), y - 8, scale(middle), y + 8, 'stroke: var(--ink); stroke-width: 2.5'));
    }
    drawDiverged(over, cell, y, box.x1 + 6);
  }

  function entries(cells) {
    return cells.map(cell => {
      const {failed} = P.data.cells[cell];
      return {text: P.label(cell) + (failed > 0 ? ` (${failed} failed)` : ''), cell};
    });
  }

  function boxes(width, rows, regions, strip) {
    if (rows.narrow) {
      return regions.map((region, i) => (
        {x0: 4, x1: width - strip, y0: 26 + i * (rows.height + 84), y1: 26 + i * (rows.height + 84) + rows.height}));
    }
    const gap = 18;
    const each = (width - rows.labelWidth - gap * (regions.length - 1)) / regions.length;
    return regions.map((region, i) => {
      const x0 = rows.labelWidth + i * (each + gap);
      return {x0, x1: x0 + each - strip, y0: 26, y1: 26 + rows.height};
    });
  }

  function draw(width, cells, all) {
    const regions = P.data.regions.map((name, index) => ({name, index}));
    const rows = panels.rows(entries(cells), width, regions.length > 2 ? 0.26 : 0.36);
    const strip = all.some(cell => P.data.cells[cell].diverged > 0) ? 26 : 8;
    const places = boxes(width, rows, regions, strip);
    const titled = cells.length * P.data.replicas * regions.length <= TITLED;
    const height = places[places.length - 1].y1 + 42;
    const root = panels.sheet(width, height, `Errors per region, a dot for each replica. ${reading(cells)}`,
      {'data-cells': cells.join(' ')});
    if (!rows.narrow) {
      rows.draw(root, 26);
    }
    regions.forEach(({name, index}, i) => {
      const box = places[i];
      const scale = P.log(domain(all, index), [box.x0, box.x1]);
      const drawn = panels.panel(root, box, {x: {scale, label: `${P.data.errors[index]} (log)`}, title: name});
      P.scales.say(drawn.over, {...box, y0: box.y0 - 14}, P.scales.clipped([['error',
        all.flatMap(cell => P.data.trials[cell].error[index] || [])]], [0, scale.domain[1]]));
      if (rows.narrow) {
        rows.draw(root, box.y0);
      }
      rows.places.forEach(place => drawRow(drawn, place.entry.cell, index, place, box.y0, box, scale, titled));
    });
    return root;
  }

  function reading(cells) {
    const shown = cells.slice(0, 6).map(cell => {
      const region = P.data.cells[cell].regions[P.data.inside];
      return `${P.label(cell)}: ${P.data.regions[P.data.inside]} median ${P.number(region && region.med)}`;
    });
    return shown.join('; ') + (cells.length > shown.length ? '; …' : '');
  }

  function table(cells) {
    const rows = cells.flatMap(cell => {
      const {status, error} = P.data.trials[cell];
      return [...status].map((letter, replica) => [P.label(cell), replica,
        {c: 'completed', d: 'diverged', f: 'failed'}[letter],
        ...P.data.regions.map((region, index) => P.number((error[index] || [])[replica])),
        ...P.data.regions.map((region, index) => (succeeded(cell, index, replica) ? 'yes' : 'no'))]);
    });
    return {columns: ['cell', 'replica', 'status', ...P.data.regions.map((region, i) => `${P.data.errors[i]}, ${region}`), ...P.data.regions.map(region => `learned ${region}`)], rows};
  }

  /** A select that keeps the cells of one level of a factor, for studies of many cells. */
  function filters(cells, onChange) {
    const wanted = new Map();
    const controls = cells.length <= PAGE ? [] : P.data.factors.map((factor, index) => ({factor, index}))
      .filter(({factor}) => factor.levels.length > 1 && !factor.tuned)
      .map(({factor, index}) => P.select(factor.short, [{value: '', text: 'all'},
        ...factor.levels.map((level, i) => ({value: String(i), text: level}))], '', value => {
        wanted.set(index, value);
        onChange();
      }));
    const keeps = cell => [...wanted].every(([index, value]) =>
      value === '' || P.data.cells[cell].levels[index] === Number(value));
    return {controls, cells: () => cells.filter(keeps)};
  }

  function caption() {
    const hasLimit = P.data.trials.some(trials => trials.limit.some(limit => limit !== null));
    return `A dot is a replica: filled where it succeeded (${P.data.limits}), hollow where not; the thick tick is the median.`
      + `${hasLimit ? ' The dotted line is the limit of success.' : ''}`
      + `${P.data.cells.some(cell => cell.floor > 0)
        ? ' The grey foot is the floor, a lower bound of the error of any network of that shape.' : ''}`
      + `${P.data.cells.some(cell => cell.diverged > 0) ? ' A × at the right edge is a replica that diverged.' : ''}`
      + ' Each region has its own axis.';
  }

  P.sections.errors = function (container) {
    const cells = P.data.order.filter(cell => P.data.cells[cell].chosen);
    if (cells.length === 0) {
      container.append(P.el('p', {class: 'nothing'}, 'No cell has trials.'));
      return;
    }
    let figure = null;
    const redraw = () => figure && figure.redraw();
    const pages = panels.pager(PAGE, redraw);
    const filter = filters(cells, () => {
      pages.first();
      redraw();
    });
    figure = P.figure(container, {
      id: 'errors',
      title: 'Error in each region',
      caption: caption(),
      controls: [...filter.controls, pages.node],
      draw: width => draw(width, pages.slice(filter.cells()), filter.cells()),
      table: () => table(pages.slice(filter.cells())),
      minHeight: 200,
    });
  };
})();
