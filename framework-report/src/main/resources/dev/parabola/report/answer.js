/* The answer's table: the first cells first, all of them on demand, sorted by a column, filtered by words. */
(function () {
  'use strict';

  const {state} = P;

  P.sections.answer = function (controls) {
    const table = document.querySelector('table.verdicts');
    const bodies = [...table.tBodies];
    const heads = [...table.tHead.rows[0].cells];
    const keys = new Map(bodies.map(body => [body, body.dataset.keys.split(';')]));
    const first = Number(controls.dataset.first);
    const tuned = document.getElementById('all-cells');
    let isWhole = false;
    let words = [];

    /** Those without a figure come last whichever way. */
    function compare(column, sign) {
      return (a, b) => {
        const [one, other] = [keys.get(a)[column], keys.get(b)[column]];
        return one === '' || other === '' ? (one === '') - (other === '') : sign * (Number(one) - Number(other));
      };
    }

    function show() {
      const chosen = state.get('sort');
      const column = chosen === null ? null : Math.abs(chosen) - 1;
      const order = column === null ? bodies : [...bodies].sort(compare(column, Math.sign(chosen)));
      let shown = 0;
      let found = 0;
      order.forEach(body => {
        const text = body.textContent.toLowerCase();
        const fits = words.every(word => text.includes(word)) && ((tuned && tuned.checked) || !body.classList.contains('tuned-away'));
        found += fits ? 1 : 0;
        body.hidden = !fits;
        body.classList.toggle('later', fits && !isWhole && shown >= first);
        shown += fits ? 1 : 0;
        table.append(body);
      });
      heads.forEach((head, i) => head.setAttribute('aria-sort', i !== column ? 'none' : chosen > 0 ? 'ascending' : 'descending'));
      more.hidden = found <= first;
      more.textContent = isWhole ? `Only the first ${first}` : `All ${found} cells`;
      count.textContent = found === 0 ? 'no cell has these words'
        : isWhole || found <= first ? (found === 1 ? '1 cell' : `${found} cells`) : `${first} of ${found} cells`;
    }

    const count = P.el('span', {role: 'status', class: 'note'});
    const more = P.button('', () => {
      isWhole = !isWhole;
      show();
    });
    more.id = 'answer-more';
    const filter = P.el('input', {type: 'search', id: 'answer-filter', oninput: event => {
      words = event.target.value.toLowerCase().split(/\s+/).filter(word => word !== '');
      show();
    }});
    if (bodies.length > 1) {
      controls.append(P.el('span', {class: 'control'}, P.el('label', {for: 'answer-filter'}, 'Cells with'), filter), more, count);
      controls.hidden = false;
      heads.forEach((head, i) => {
        const sort = P.button('', () => state.set('sort', state.get('sort') === i + 1 ? -(i + 1) : i + 1));
        sort.classList.add('sort');
        sort.append(...head.childNodes);
        head.append(sort);
      });
    }
    state.on('sort', show);
    if (tuned) {
      document.getElementById('all-cells-control').hidden = false;
      tuned.addEventListener('change', show);
    }
    show();
  };
})();
