/* Draws every section; an error in one must not stop the others. */
(function () {
  'use strict';

  ['fit', 'poster', 'curves', 'errors', 'factors', 'comparisons', 'health'].forEach(name => {
    const container = document.getElementById(name);
    try {
      P.sections[name](container);
    } catch (error) {
      console.error(error);
      container.append(P.el('p', {class: 'nothing'}, 'This part could not be drawn; its figures are in the CSV files.'));
    }
  });

  const theme = document.getElementById('theme');
  theme.hidden = false;
  const say = () => {
    theme.textContent = P.theme() === 'dark' ? 'Light' : 'Dark';
  };
  theme.addEventListener('click', () => P.setTheme(P.theme() === 'dark' ? 'light' : 'dark'));
  P.onTheme(say);
  say();

  const all = document.getElementById('all-cells');
  if (all) {
    document.getElementById('all-cells-control').hidden = false;
    const show = () => document.querySelectorAll('.tuned-away').forEach(row => {
      row.hidden = !all.checked;
    });
    all.addEventListener('change', show);
    show();
  }
})();
