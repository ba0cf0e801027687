/* What the reader chose, kept in the address; of an address only what names something that is there is believed. */
P.state = (function () {
  'use strict';

  const {data} = P;
  const WAIT_MILLIS = 150;
  const among = list => text => (list.includes(text) ? text : null);
  const columns = () => document.querySelectorAll('.verdicts thead th').length;
  const whole = (text, form) => (form.test(text) ? Number(text) : null);
  const sections = [...document.querySelectorAll('nav a')].map(link => link.getAttribute('href').slice(1));

  /** A value for each text that is one, null for any other. */
  const readers = {
    cell: text => {
      const cell = whole(text, /^[0-9]{1,6}$/);
      return cell !== null && cell < data.cells.length && data.cells[cell].chosen ? cell : null;
    },
    step: text => whole(text, /^[0-9]{1,15}$/),
    region: text => (data.regions.includes(text) ? data.regions.indexOf(text) : null),
    scale: among(['log', 'linear']),
    sort: text => {
      const column = whole(text, /^-?[1-9][0-9]{0,2}$/);
      return column !== null && Math.abs(column) <= columns() ? column : null;
    },
    at: among(sections),
  };
  const defaults = {cell: data.order[0], step: null, region: data.inside, scale: 'log', sort: null, at: null};
  const values = {...defaults};
  const listeners = [];
  let waiting = null;

  const written = (key, value) => encodeURIComponent(key === 'region' ? data.regions[value] : String(value));

  function write() {
    waiting = null;
    const parts = Object.keys(readers).filter(key => values[key] !== defaults[key] && values[key] !== null)
      .map(key => `${key}=${written(key, values[key])}`);
    history.replaceState(null, '', `#${parts.join('&')}`);
  }

  /** Those of an address's fragment that are understood; null where it is the name of a place on the page, or nothing. */
  function parsed(fragment) {
    if (!fragment.includes('=')) {
      return null;
    }
    const found = {...defaults};
    fragment.split('&').forEach(part => {
      const [key, text] = part.split('=');
      if (Object.hasOwn(readers, key) && text !== undefined) {
        try {
          const value = readers[key](decodeURIComponent(text));
          found[key] = value === null ? defaults[key] : value;
        } catch (error) {
          // Not an encoded text: as good as none.
          found[key] = defaults[key];
        }
      }
    });
    return found;
  }

  function read() {
    const found = parsed(location.hash.slice(1));
    if (found) {
      Object.keys(found).filter(key => values[key] !== found[key]).forEach(key => {
        values[key] = found[key];
        listeners.filter(listener => listener.key === key).forEach(listener => listener.call(found[key]));
      });
    }
  }

  Object.assign(values, parsed(location.hash.slice(1)) || {});
  window.addEventListener('hashchange', read);
  return {
    get: key => values[key],
    /** Keeps a choice; others that show the same are told. */
    set(key, value) {
      if (values[key] !== value) {
        values[key] = value;
        // Not at every move of a slider: browsers refuse that.
        waiting = waiting || setTimeout(write, WAIT_MILLIS);
        listeners.filter(listener => listener.key === key).forEach(listener => listener.call(value));
      }
    },
    on(key, call) {
      listeners.push({key, call});
    },
  };
})();

/* The choices that several figures share. */
P.shared = (function () {
  'use strict';

  const {state, data} = P;

  /** A select that shows a choice of the state, whoever made it. */
  function select(key, text, options, parse) {
    const node = P.select(text, options, String(state.get(key)), value => state.set(key, parse(value)));
    state.on(key, value => {
      node.querySelector('select').value = String(value);
    });
    return node;
  }

  const region = () => select('region', 'Region', data.regions.map((name, i) => ({value: String(i), text: name})), Number);
  const scale = text => select('scale', text, [{value: 'log', text: 'logarithmic'}, {value: 'linear', text: 'linear'}],
    value => value);
  return {region, scale, regions: data.regions.length};
})();
