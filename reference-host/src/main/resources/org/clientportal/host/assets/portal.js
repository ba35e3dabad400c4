// What makes the pages quicker; none of it makes them possible. No dependency, no inline style, no eval.
(() => {
  const root = document.documentElement, words = root.dataset;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const on = (type, selector, act) => document.addEventListener(type, event => {
    const hit = event.target.closest?.(selector);
    if (hit) act(hit, event);
  });
  const say = text => { const live = document.getElementById('live'); if (live) live.textContent = text; };
  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);
  root.classList.add('js');
  navigator.serviceWorker?.register('/sw.js').catch(() => {});

  // Dialogs: data-dialog="id" opens one of this page; empty, on a link, it shows the linked page's #confirm.
  const show = dialog => { dialog.showModal(); dialog.querySelector('[autofocus]')?.focus(); };
  on('click', '[data-dialog]', async (opener, event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    opener.closest('details.menu')?.removeAttribute('open');
    if (opener.dataset.dialog) return show(document.getElementById(opener.dataset.dialog));
    const modal = document.getElementById('modal');
    try {
      const answer = await fetch(opener.href, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const body = page.getElementById('confirm');
      if (!answer.ok || !body) throw answer;
      body.classList.remove('card');
      modal.replaceChildren(document.adoptNode(body));
      globalThis.htmx?.process(modal);
      show(modal);
    } catch { location.href = opener.href; }
  });
  on('click', '[data-close]', (button, event) => {
    const dialog = button.closest('dialog');
    if (dialog) { event.preventDefault(); dialog.close(); }
  });
  on('click', 'dialog', (dialog, event) => { if (event.target === dialog) dialog.close(); });

  // Menus close by Escape, by a click elsewhere, and when focus leaves them.
  const closeMenus = keep => all('details.menu[open]').forEach(menu => { if (!menu.contains(keep)) menu.open = false; });
  document.addEventListener('click', event => closeMenus(event.target));
  document.addEventListener('focusin', event => closeMenus(event.target));
  document.addEventListener('keydown', event => {
    const menu = event.key === 'Escape' && document.activeElement?.closest('details.menu[open]');
    if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });

  // Small things: dismissing, copying, filters that send themselves.
  on('click', '[data-dismiss]', button => button.closest(button.dataset.dismiss)?.remove());
  on('click', '[data-copy]', async button => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const label = button.querySelector('span'), before = label.textContent;
    label.textContent = button.dataset.copied;
    say(button.dataset.copied);
    setTimeout(() => { label.textContent = before; }, 2000);
  });
  let typing;
  document.addEventListener('change', ({ target: { form } }) => { if (form?.matches('[data-auto]')) { clearTimeout(typing); form.requestSubmit(); } });
  on('input', 'form[data-auto] [type=search]', input => {
    clearTimeout(typing);
    typing = setTimeout(() => input.form.requestSubmit(), 300);
  });

  // Countdowns: data-deadline is an ISO instant, data-text a sentence with {0}, data-over what stands there afterwards.
  const skew = Date.parse(words.now) - Date.now() || 0;
  const count = () => all('[data-deadline]').forEach(item => {
    const minutes = Math.ceil((Date.parse(item.dataset.deadline) - Date.now() - skew) / 60000);
    const over = minutes < 1, hours = Math.floor(minutes / 60);
    const left = hours > 1 ? fill(words.hours, hours) : minutes > 1 ? fill(words.minutes, minutes) : words.minute;
    const text = over ? item.dataset.over : fill(item.dataset.text, left);
    if (item.textContent !== text) item.textContent = text;
    if (over) item.closest('.lapses')?.classList.add('lapsed');
  });
  count();
  setInterval(count, 5000);

  // Uploads: one request a file, one after the other, each with its progress, rate, time left and Cancel.
  const megabytes = bytes => new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 }).format(bytes / 1e6) + ' MB';
  const send = (form, file, row, text) => new Promise(done => {
    const bar = row.querySelector('progress'), note = row.querySelector('.note'), error = row.querySelector('.error');
    const cancel = row.querySelector('[data-cancel]'), retry = row.querySelector('[data-retry]');
    const fail = message => {
      bar.hidden = true; note.textContent = ''; error.hidden = false; retry.hidden = false;
      error.querySelector('span').textContent = message; say(file.name + ': ' + message); done(false);
    };
    bar.hidden = false; error.hidden = true; retry.hidden = true;
    retry.onclick = () => send(form, file, row, text).then(ok => ok && finish(form));
    cancel.onclick = () => { row.remove(); done(true); };
    if (file.size > +form.dataset.max) return fail(text.large);
    const body = new FormData(form), field = form.querySelector('[type=file]').name, request = new XMLHttpRequest();
    body.delete(field);
    body.append(field, file);
    const began = performance.now();
    request.upload.onprogress = ({ loaded, total }) => {
      const rate = loaded / (performance.now() - began) * 1000, seconds = Math.ceil((total - loaded) / rate);
      bar.max = total; bar.value = loaded;
      note.textContent = loaded < total ? fill(text.rate, megabytes(rate), seconds < 90 ? fill(text.seconds, seconds) : fill(text.minutes, Math.ceil(seconds / 60))) : text.storing;
    };
    request.onload = () => {
      if (request.status < 400) {
        bar.value = bar.max; bar.classList.add('done'); note.textContent = text.done; cancel.hidden = true;
        say(file.name + ': ' + text.done); return done(true);
      }
      let problem; try { problem = JSON.parse(request.responseText); } catch { problem = {}; }
      fail(problem.detail || problem.title || text.failed);
    };
    request.onerror = () => fail(text.lost);
    cancel.onclick = () => { request.abort(); row.remove(); done(true); };
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/problem+json');
    request.send(body);
  });
  const finish = form => {
    if (!form.querySelector('.upload .error:not([hidden])') && form.querySelector('.done')) location.reload();
  };
  const take = async (form, files) => {
    const waiting = [...files].map(file => {
      const row = form.querySelector('template').content.cloneNode(true).firstElementChild;
      row.querySelector('.name').textContent = file.name;
      row.querySelector('.size').textContent = megabytes(file.size);
      form.querySelector('.uploads').append(row);
      return [file, row];
    });
    for (const [file, row] of waiting) await send(form, file, row, form.dataset);
    finish(form);
  };
  on('change', '.drop-form [type=file]', input => { take(input.form, input.files); input.value = ''; });
  on('dragover', '.drop', (zone, event) => { event.preventDefault(); zone.classList.add('over'); });
  on('dragleave', '.drop', zone => zone.classList.remove('over'));
  on('drop', '.drop', (zone, event) => {
    event.preventDefault(); zone.classList.remove('over');
    take(zone.closest('form'), event.dataTransfer.files);
  });
})();
