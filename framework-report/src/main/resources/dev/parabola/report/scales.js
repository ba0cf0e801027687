/* Axes that say what they show: labels with as many digits as tell them apart, limits that a few values cannot stretch. */
P.scales = (function () {
  'use strict';

  const MOST_DIGITS = 15;
  const FEW_DIGITS = 3;

  function written(value, digits) {
    const size = Math.abs(value);
    const rounded = Number(value.toPrecision(digits));
    if (size === 0 || (size >= 1e-3 && size < 1e5) || (size >= 1e5 && size < 1e15 && digits > FEW_DIGITS)) {
      return String(rounded).replace('-', '−');
    }
    const [factor, exponent] = rounded.toExponential().split('e');
    const power = '10' + P.superscript(Number(exponent));
    return (factor === '1' ? '' : factor.replace('-', '−') + '×') + power;
  }

  /** The texts of values beside each other: the fewest digits with which each is itself and none is another. */
  function labels(values) {
    const sorted = [...new Set(values)].sort((a, b) => a - b);
    const gap = sorted.slice(1).reduce((least, value, i) => Math.min(least, value - sorted[i]), Infinity);
    for (let digits = FEW_DIGITS; digits < MOST_DIGITS; digits++) {
      const near = value => Math.abs(Number(value.toPrecision(digits)) - value)
        <= 1e-3 * (Number.isFinite(gap) ? gap : Math.abs(value));
      if (values.every(near)) {
        return values.map(value => written(value, digits));
      }
    }
    return values.map(value => written(value, MOST_DIGITS));
  }

  const finite = values => [...values].filter(value => value !== null && Number.isFinite(value));

  function quantile(sorted, share) {
    return sorted[Math.round(share * (sorted.length - 1))];
  }

  /** How many times as wide as its bulk a range may be before its ends are cut, and how far others may leave it. */
  const STRETCH = 4;
  const TAIL = 0.02;
  const AROUND = 2;

  /** Where values are, without the few that would flatten all others. */
  function bulk(values) {
    const sorted = finite(values).sort((a, b) => a - b);
    if (sorted.length === 0) {
      return null;
    }
    const [low, high] = [sorted[0], sorted[sorted.length - 1]];
    const [from, to] = [quantile(sorted, TAIL), quantile(sorted, 1 - TAIL)];
    const width = to - from;
    return width > 0 && high - low > STRETCH * width
      ? [Math.max(low, from - width / 2), Math.min(high, to + width / 2)] : [low, high];
  }

  /**
   * Limits for an axis: all of the main curve but a pole, and of others what lies within twice its width. With them what is
   * left out, to be said.
   */
  function robust(main, others) {
    const first = bulk(main) || bulk(others.flatMap(each => [...each])) || [0, 1];
    const width = first[1] - first[0];
    let [low, high] = first;
    others.forEach(values => {
      const own = bulk(values);
      if (own) {
        low = Math.min(low, width > 0 ? Math.max(own[0], first[0] - AROUND * width) : own[0]);
        high = Math.max(high, width > 0 ? Math.min(own[1], first[1] + AROUND * width) : own[1]);
      }
    });
    const air = (high - low || Math.abs(high) || 1) * 0.08;
    return [low - air, high + air];
  }

  /** That an axis leaves out values of what has a name, and the largest of them; null where it leaves none out. */
  function clipped(named, [low, high]) {
    const parts = named.map(([name, values]) => {
      const out = finite(values).filter(value => value < low || value > high);
      const largest = out.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
      return out.length > 0 ? `${name} reaches ${P.number(largest)}` : null;
    }).filter(part => part !== null);
    return parts.length > 0 ? `clipped: ${parts.join(', ')}` : null;
  }

  /** The window of so many decades that holds the most of these positive values, of several the lowest. */
  function decades(values, most) {
    const sorted = finite(values).filter(value => value > 0).sort((a, b) => a - b);
    let best = [0, -1];
    let end = 0;
    sorted.forEach((low, start) => {
      while (end + 1 < sorted.length && Math.log10(sorted[end + 1]) - Math.log10(low) <= most) {
        end++;
      }
      if (end - start > best[1] - best[0]) {
        best = [start, end];
      }
    });
    return sorted.length > 0 ? [sorted[best[0]], sorted[best[1]]] : null;
  }

  /** Draws what {@link clipped} says. */
  function say(group, box, text) {
    if (text) {
      group.append(P.panels.text(P.panels.shorten(text, box.x1 - box.x0 - 12), box.x1 - 6, box.y0 + 15, {
        'text-anchor': 'end', class: 'tick clipped', 'data-clipped': 'yes',
      }, text));
    }
  }

  return {labels, written, robust, bulk, clipped, decades, say};
})();
