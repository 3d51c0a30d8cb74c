// Runs before the first paint, so that a reader's own choices never flash: what is chosen is kept by the display menu.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const chosen = JSON.parse(localStorage.getItem('paper-digest.display') ?? '{}');
    for (const name of ['theme', 'size', 'measure', 'keys'])
      if (typeof chosen[name] === 'string') root.dataset[name] = chosen[name];
  } catch {
    // A browser without storage, or with something else stored there, shows the defaults.
  }
})();
