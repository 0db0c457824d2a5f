// Before anything is drawn: the theme that this browser was last told, so that no page flashes in the other one.
(() => {
  const kept = window.localStorage.getItem('rapport.theme');
  const dark = kept === 'dark' || (kept !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();
