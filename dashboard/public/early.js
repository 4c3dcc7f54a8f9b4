// Runs before the first paint, so that the page never flashes in the wrong colours or language.
;(function () {
  var root = document.documentElement
  try {
    var theme = localStorage.getItem('habitus.theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    var language = localStorage.getItem('habitus.language')
    if (language !== 'de' && language !== 'en') language = /^de\b/i.test(navigator.language) ? 'de' : 'en'
    root.lang = language
  } catch (storageIsOff) {
    root.lang = /^de\b/i.test(navigator.language) ? 'de' : 'en'
  }
})()
