// Before the first paint: the colours that were chosen here, if any. A module would come too late, and the content
// security policy allows no script inside of the page.
try {
  const theme = localStorage.getItem('roentgen-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that stores nothing follows the system.
}
