(function () {
  var bar = document.getElementById('filter');
  if (bar) {
    var box = document.createElement('input');
    var count = document.createElement('output');
    box.id = 'q';
    box.type = 'search';
    box.placeholder = 'filter findings by text';
    box.setAttribute('aria-label', box.placeholder);
    box.addEventListener('input', function () {
      var words = box.value.toLowerCase();
      var left = 0;
      document.querySelectorAll('.of>details').forEach(function (finding) {
        var out = finding.textContent.toLowerCase().indexOf(words) < 0;
        finding.classList.toggle('hide', out);
        left += out ? 0 : 1;
      });
      count.textContent = words ? left + ' match' : '';
    });
    bar.append(box, count);
  }
  var closed = [];
  addEventListener('beforeprint', function () {
    closed = [].slice.call(document.querySelectorAll('details:not([open])'));
    closed.forEach(function (d) { d.open = true; });
  });
  addEventListener('afterprint', function () {
    closed.forEach(function (d) { d.open = false; });
  });
})();
