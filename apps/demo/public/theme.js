// Before the first paint: the colours that the address names, else those that were chosen here. A module would come too late,
// and the content security policy allows no script inside of the page.
try {
  const known = (theme) => theme === 'light' || theme === 'dark';
  const asked = new URLSearchParams(location.search).get('theme');
  const theme = known(asked) ? asked : localStorage.getItem('roentgen-theme');
  if (known(theme)) document.documentElement.dataset.theme = theme;
} catch {
  // A browser that stores nothing follows the system.
}
