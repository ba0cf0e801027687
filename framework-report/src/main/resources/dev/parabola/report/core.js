/* What all figures stand on: the data, elements, scales, frames, and the figure with its buttons. */
const P = (function () {
  'use strict';

  const SVG = 'http://www.w3.org/2000/svg';
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const PLACES = new Map([...DIGITS].map((digit, place) => [digit, place]));
  const NOT_FINITE = (1 << 18) - 1;
  const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const COLORS = 8;
  const DASHES = ['', '7 3', '2 3', '10 3 2 3', '4 2', '1 4', '12 4', '6 2 1 2'];

  const data = JSON.parse(document.getElementById('data').textContent);

  /** The values of a curve: places between its ends in 18 bits; the last code is no number. */
  function decode([low, high, codes]) {
    const values = new Float64Array(codes.length / 3);
    for (let i = 0; i < values.length; i++) {
      const code = PLACES.get(codes[3 * i]) << 12 | PLACES.get(codes[3 * i + 1]) << 6 | PLACES.get(codes[3 * i + 2]);
      const share = code / (NOT_FINITE - 1);
      values[i] = code === NOT_FINITE ? NaN : low * (1 - share) + high * share;
    }
    return values;
  }

  function fill(node, attributes, children) {
    Object.entries(attributes || {}).forEach(([name, value]) => {
      if (typeof value === 'function') {
        node.addEventListener(name.slice(2), value);
      } else if (value !== null && value !== undefined && value !== false) {
        node.setAttribute(name, value === true ? '' : value);
      }
    });
    node.append(...children.flat().filter(child => child !== null && child !== undefined));
    return node;
  }

  function el(tag, attributes, ...children) {
    return fill(document.createElement(tag), attributes, children);
  }

  function svg(tag, attributes, ...children) {
    return fill(document.createElementNS(SVG, tag), attributes, children);
  }

  function superscript(integer) {
    return (integer < 0 ? '⁻' : '') + [...String(Math.abs(integer))].map(digit => SUPERSCRIPTS[digit]).join('');
  }

  /** Three digits, as the page's tables have them. */
  function number(value) {
    if (value === null || value === undefined || Number.isNaN(Number(value))) {
      return '–';
    }
    const size = Math.abs(value);
    if (size === Infinity) {
      return value > 0 ? '∞' : '−∞';
    }
    if (size === 0 || (size >= 1e-3 && size < 1e5)) {
      return String(Number(Number(value).toPrecision(3))).replace('-', '−');
    }
    const [digits, exponent] = Number(value).toExponential(2).split('e');
    const factor = String(Number(digits)).replace('-', '−');
    return (factor === '1' ? '' : factor + '×') + '10' + superscript(Number(exponent));
  }

  function percent(share) {
    return share === null || share === undefined ? '–' : `${Math.round(share * 100)} %`;
  }

  function scale(domain, range, forward, backward, isLog) {
    const [d0, d1] = domain.map(forward);
    const [r0, r1] = range;
    const result = value => (value === null ? NaN : r0 + (d1 === d0 ? 0.5 : (forward(value) - d0) / (d1 - d0)) * (r1 - r0));
    result.domain = domain;
    result.range = range;
    result.isLog = isLog;
    result.invert = place => backward(d0 + (place - r0) / (r1 - r0) * (d1 - d0));
    result.ticks = count => P.panels.ticks(result, count);
    return result;
  }

  function linear(domain, range) {
    return scale(domain, range, value => value, value => value, false);
  }

  function log(domain, range) {
    return scale(domain, range, value => Math.log10(value), value => Math.pow(10, value), true);
  }

  function extentOf(values, holds) {
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
      if (value !== null && Number.isFinite(value) && holds(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low <= high ? [low, high] : null;
  }

  const extent = values => extentOf(values, () => true);
  const positive = values => extentOf(values, value => value > 0);

  function isPoint(x, y) {
    return x !== null && y !== null && Number.isFinite(x) && Number.isFinite(y);
  }

  const at = pixel => Math.round(pixel * 100) / 100;

  /** A line through points; where one is no number it is broken. */
  function line(xs, ys, sx, sy) {
    const parts = [];
    let pen = 'M';
    for (let i = 0; i < xs.length; i++) {
      if (isPoint(xs[i], ys[i]) && isPoint(sx(xs[i]), sy(ys[i]))) {
        parts.push(`${pen}${at(sx(xs[i]))},${at(sy(ys[i]))}`);
        pen = 'L';
      } else {
        pen = 'M';
      }
    }
    return parts.join('');
  }

  /** The area between two lines; where one of them is no number it is broken. */
  function band(xs, lows, highs, sx, sy) {
    const parts = [];
    let start = 0;
    const close = end => {
      if (end > start) {
        const forth = [];
        const back = [];
        for (let i = start; i < end; i++) {
          forth.push(`${at(sx(xs[i]))},${at(sy(highs[i]))}`);
          back.unshift(`${at(sx(xs[i]))},${at(sy(lows[i]))}`);
        }
        parts.push(`M${forth.join('L')}L${back.join('L')}Z`);
      }
    };
    for (let i = 0; i < xs.length; i++) {
      const there = isPoint(lows[i], highs[i]) && isPoint(sy(lows[i]), sy(highs[i])) && isPoint(sx(xs[i]), 0);
      if (!there) {
        close(i);
        start = i + 1;
      }
    }
    close(xs.length);
    return parts.join('');
  }

  const color = i => `var(--c${i % COLORS})`;
  const dash = i => DASHES[i % DASHES.length];

  const label = cell => data.cells[cell].label;
  const shownCells = () => data.cells.map((cell, i) => i).filter(i => data.cells[i].chosen);

  /** The first of these cells in the order in which the answer reads. */
  const best = cells => data.order.find(cell => cells.includes(cell));

  let controls = 0;

  function select(text, options, value, onChange) {
    const id = `control-${controls++}`;
    const node = el('select', {id, onchange: event => onChange(event.target.value)},
      options.map(option => el('option', {value: option.value, selected: option.value === value}, option.text)));
    return el('span', {class: 'control'}, el('label', {for: id}, text), node);
  }

  function range(text, low, high, value, onInput) {
    const id = `control-${controls++}`;
    const output = el('output', {for: id}, '');
    const input = el('input', {type: 'range', id, min: low, max: high, step: 1, value, oninput: () => set(input.value)});
    const set = next => {
      input.value = next;
      const said = onInput(Number(input.value));
      output.textContent = said;
      input.setAttribute('aria-valuetext', said);
    };
    const node = el('span', {class: 'control range'}, el('label', {for: id}, text), input, output);
    return Object.assign(node, {input, set});
  }

  function button(text, onClick) {
    return el('button', {type: 'button', onclick: onClick}, text);
  }

  function checkbox(text, checked, onChange) {
    const input = el('input', {type: 'checkbox', checked, onchange: event => onChange(event.target.checked)});
    return el('label', {class: 'control'}, input, ' ', text);
  }

  /* Themes: what the system says, unless the reader chose. */
  const listeners = [];
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const theme = () => root.dataset.theme || (system.matches ? 'dark' : 'light');
  const tell = () => listeners.forEach(listener => listener(theme()));
  system.addEventListener('change', tell);

  function setTheme(name) {
    root.dataset.theme = name;
    tell();
  }

  const onTheme = listener => listeners.push(listener);

  /* Paper is light, and everything is on it. */
  const paper = [];
  const onPaper = listener => paper.push(listener);
  let chosen = null;
  const isPaper = () => chosen !== null;
  window.addEventListener('beforeprint', () => {
    chosen = root.dataset.theme || '';
    paper.forEach(listener => listener());
    setTheme('light');
  });
  window.addEventListener('afterprint', () => {
    if (chosen !== null) {
      setTheme(chosen);
      chosen = null;
    }
  });

  /* Colours as numbers, where what is written on one depends on it. */
  const colors = (function () {
    const css = name => {
      const text = getComputedStyle(root).getPropertyValue(name).trim();
      const hex = text.length === 4 ? [...text.slice(1)].map(digit => digit + digit).join('') : text.slice(1);
      return [0, 2, 4].map(i => parseInt(hex.slice(i, i + 2), 16));
    };
    const mix = (from, to, share) => from.map((value, i) => Math.round(value + (to[i] - value) * share));
    const text = rgb => `rgb(${rgb.join(',')})`;
    /** From one colour to the next in even steps. */
    const along = (stops, share) => {
      const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
      const i = Math.min(stops.length - 2, Math.floor(place));
      return mix(stops[i], stops[i + 1], place - i);
    };
    const channel = value => {
      const part = value / 255;
      return part > 0.04045 ? Math.pow((part + 0.055) / 1.055, 2.4) : part / 12.92;
    };
    const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    /** Black or white, whichever has the greater contrast by WCAG's measure: at least 4.58 on any colour. */
    const ink = rgb => {
      const light = luminance(rgb);
      return 1.05 / (light + 0.05) > (light + 0.05) / 0.05 ? '#fff' : '#000';
    };
    return {css, mix, text, along, ink};
  })();

  /** A copy that is right outside the page: what the style sheet says is written into it. */
  function standalone(source) {
    const styles = getComputedStyle(root);
    const copy = source.cloneNode(true);
    const properties = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity',
      'fill-opacity', 'stroke-opacity', 'font-size', 'font-weight', 'font-family', 'font-variant-numeric', 'paint-order'];
    const originals = [source, ...source.querySelectorAll('*')];
    [copy, ...copy.querySelectorAll('*')].forEach((node, i) => {
      const computed = getComputedStyle(originals[i]);
      const style = properties.map(name => `${name}:${computed.getPropertyValue(name)}`).join(';');
      node.setAttribute('style', style);
      node.removeAttribute('class');
    });
    const box = source.viewBox.baseVal;
    copy.setAttribute('xmlns', SVG);
    copy.setAttribute('width', box.width);
    copy.setAttribute('height', box.height);
    copy.insertBefore(svg('rect', {
      x: box.x, y: box.y, width: box.width, height: box.height, fill: styles.getPropertyValue('--paper').trim(),
    }), copy.firstChild);
    return new XMLSerializer().serializeToString(copy);
  }

  function save(blob, name) {
    const url = URL.createObjectURL(blob);
    const link = el('a', {href: url, download: name});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  /** Draws an SVG element on a canvas. */
  function raster(source, factor) {
    const box = source.viewBox.baseVal;
    const url = URL.createObjectURL(new Blob([standalone(source)], {type: 'image/svg+xml'}));
    return new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => {
        const canvas = el('canvas', {width: Math.round(box.width * factor), height: Math.round(box.height * factor)});
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        URL.revokeObjectURL(url);
        resolve(canvas);
      };
      image.onerror = () => reject(new Error('the picture cannot be drawn'));
      image.src = url;
    });
  }

  const savers = {
    svg: (node, name) => save(new Blob([standalone(node)], {type: 'image/svg+xml'}), `${name}.svg`),
    png: (node, name) => raster(node, 2).then(canvas => canvas.toBlob(blob => save(blob, `${name}.png`), 'image/png')),
  };

  function tableNode(title, {columns, rows}) {
    const isNumber = text => /^[−-]?[0-9∞–]/.test(String(text));
    return el('div', {class: 'wide', role: 'region', 'aria-label': title, tabindex: 0}, el('table', {},
      el('caption', {}, title),
      el('thead', {}, el('tr', {}, columns.map(column => el('th', {scope: 'col'}, String(column))))),
      el('tbody', {}, rows.map(row => el('tr', {},
        row.map(value => el('td', {class: isNumber(value) ? 'number' : null}, String(value))))))));
  }

  /** A figure with its buttons; drawn when it comes near, and again when the width or the theme changes. */
  function figure(container, {id, title, caption, controls: own = [], draw, table, minHeight = 120, extra = [],
    isFirst = false}) {
    const canvas = el('div', {class: 'canvas', style: `min-height: ${minHeight}px`});
    const numbers = el('div', {class: 'numbers', id: `${id}-numbers`, hidden: true});
    // What answers is drawn at once, the rest when it comes near.
    let near = isFirst;
    let width = 0;
    const drawing = () => canvas.querySelector('svg');
    const redraw = () => {
      if (!near) {
        return;
      }
      width = canvas.clientWidth;
      const drawn = draw(Math.max(300, width));
      canvas.replaceChildren(drawn.node || drawn);
      // The room that was kept for it; what is drawn may need less.
      canvas.style.minHeight = '';
      if (!numbers.hidden) {
        numbers.replaceChildren(tableNode(title, table()));
      }
    };
    const show = button('Numbers', () => {
      numbers.hidden = !numbers.hidden;
      show.setAttribute('aria-expanded', String(!numbers.hidden));
      numbers.replaceChildren(...(numbers.hidden ? [] : [tableNode(title, table())]));
    });
    show.setAttribute('aria-expanded', 'false');
    show.setAttribute('aria-controls', `${id}-numbers`);
    const name = `${data.study}-${id}`;
    const named = (node, text) => {
      node.setAttribute('aria-label', text);
      return node;
    };
    const buttons = el('div', {class: 'buttons'},
      named(button('SVG', () => drawing() && savers.svg(drawing(), name)), `Save ${title} as SVG`),
      named(button('PNG', () => drawing() && savers.png(drawing(), name)), `Save ${title} as PNG`),
      extra, named(show, `Numbers of ${title}`));
    const node = el('figure', {id: `figure-${id}`},
      el('div', {class: 'head'}, el('h3', {}, title), buttons),
      own.length > 0 ? el('div', {class: 'controls'}, own) : null,
      canvas, el('figcaption', {}, caption), numbers);
    container.append(node);
    new IntersectionObserver((entries, observer) => {
      if (entries.some(entry => entry.isIntersecting)) {
        observer.disconnect();
        near = true;
        redraw();
      }
    }, {rootMargin: '600px'}).observe(node);
    // In the next frame: a drawing of another height, drawn at once, would be a change that the browser complains of.
    new ResizeObserver(() => requestAnimationFrame(() => {
      if (near && canvas.clientWidth !== width) {
        redraw();
      }
    })).observe(canvas);
    onPaper(() => {
      near = true;
    });
    onTheme(redraw);
    redraw();
    return {redraw, drawing, node};
  }

  return {
    data, decode, el, svg, percent, linear, log, extent, positive, line, band, color, dash, label, shownCells, best, number,
    select, range, button, checkbox, theme, setTheme, onTheme, figure, raster, save, superscript, sections: {}, colors,
    isPaper,
  };
})();
