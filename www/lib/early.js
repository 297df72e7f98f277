// The chosen colours and language, before anything is drawn. A classic script: modules run too late for that.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('iotexplorer-demo.theme');
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
    var language = localStorage.getItem('iotexplorer-demo.language') || navigator.language || 'en';
    root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en';
  } catch (error) {
    // Storage may be switched off; then everything follows the browser.
  }
})();
