for (const one of document.querySelectorAll('script[type="application/json"]')) {
  vegaEmbed('#' + one.dataset.chart, JSON.parse(one.textContent), {actions: false, renderer: 'svg'});
}
