/**
 * Loading this tells the reader, once and wherever the page stands, that what is marked is lost with the page. Its
 * style is not in the style sheet, which every page loads and hardly one needs for this.
 */
const note = document.createElement('p');
note.className = 'note';
note.setAttribute('role', 'alert');
Object.assign(note.style, {
  position: 'fixed',
  inset: 'auto 0 0',
  padding: '0.75rem 1.25rem',
  background: 'var(--paper)',
  borderTop: '1px solid var(--ink-muted)',
});
const close = document.createElement('button');
close.type = 'button';
close.className = 'link';
close.textContent = 'Close';
close.addEventListener('click', () => note.remove());
note.append(
  'This browser stores nothing more for this site: what you mark now is lost when you leave this page. ',
  'A private window, a setting or a full disk may be why. ',
  close,
);
document.body.append(note);
export {};
