/* Draws every section; an error in one must not stop the others. */
(function () {
  'use strict';

  ['answer', 'lead', 'fit', 'poster', 'curves', 'errors', 'factors', 'effects', 'comparisons', 'health'].forEach(name => {
    const container = document.getElementById(name === 'answer' ? 'answer-controls' : name);
    try {
      P.sections[name](container);
    } catch (error) {
      console.error(error);
      (container || document.querySelector('main')).append(P.el('p', {class: 'nothing'}, 'This part could not be drawn; its figures are in the CSV files.'));
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

  // Links to sections keep what the address says of the figures.
  document.querySelectorAll('nav a').forEach(link => link.addEventListener('click', event => {
    event.preventDefault();
    const name = link.getAttribute('href').slice(1);
    P.state.set('at', name);
    document.getElementById(name).scrollIntoView();
  }));
  if (P.state.get('at')) {
    document.getElementById(P.state.get('at')).scrollIntoView();
  }
})();
