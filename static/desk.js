/**
 * Smoothing for the desk, for nothing else: forms and the way to the next contribution without loading the page anew,
 * and keys. Everything works without it. It keeps nothing on the device and asks nobody but our own server.
 */
const main = () => document.querySelector('main');
const typing = (target) => target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null;

/** Says what has happened to whoever cannot see it. */
const voice = document.createElement('p');
voice.setAttribute('role', 'status');
voice.className = 'said';
document.body.append(voice);

/** Without the last choice, "another one": that one is typed. */
const SUGGESTED = 'input[name=to]:not([value=""])';

let keysOn = true;
let busy = false;

async function visit(url, options, remember) {
	if (busy) return;
	busy = true;
	main().setAttribute('aria-busy', 'true');
	try {
		const answer = await fetch(url, { ...options, headers: { accept: 'text/html' } });
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const next = page.querySelector('main');
		// Signed out, or a page of another kind: the browser shows it itself.
		if (!next || !page.querySelector('script[src="/desk.js"]')) return void location.assign(answer.url);
		main().replaceWith(document.adoptNode(next));
		document.title = page.title;
		// An address that a form was sent to shows nothing when it is asked for again.
		if (remember && !new URL(answer.url).search.includes('?/')) history.pushState({ desk: true }, '', answer.url);
		arrive();
	} catch {
		location.assign(location.href);
	} finally {
		busy = false;
		main()?.removeAttribute('aria-busy');
	}
}

function arrive() {
	const place = main().querySelector('.error-summary') ?? main().querySelector('h1');
	place.tabIndex = -1;
	place.focus();
	window.scrollTo(0, 0);
	const said = main().querySelector('.done [role=status]');
	voice.textContent = [said?.textContent.trim(), main().querySelector('h1').textContent].filter(Boolean).join(' ');
	showKeys();
}

/** The list of keys, and the switch: whoever dictates to the computer needs them off. */
function showKeys() {
	const list = document.querySelector('[data-keys]');
	if (!list) return;
	list.hidden = false;
	if (rows().length === 0) main().querySelectorAll(SUGGESTED).forEach(showNumber);
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'quiet-button';
	const label = () => (button.textContent = keysOn ? list.dataset.on : list.dataset.off);
	button.addEventListener('click', () => {
		keysOn = !keysOn;
		label();
	});
	label();
	list.append(button);
}

/** Which key chooses it. Read aloud it would be one number too many. */
function showNumber(choice, index) {
	const key = document.createElement('kbd');
	key.textContent = String(index + 1);
	key.setAttribute('aria-hidden', 'true');
	if (index < 9) choice.parentElement.querySelector('label')?.append(' ', key);
}

document.addEventListener('submit', (event) => {
	const form = event.target;
	if (form.method !== 'post' || !form.closest('main')) return;
	event.preventDefault();
	const sent = new URLSearchParams(new FormData(form, event.submitter));
	// Where a button does not say it itself, its `formAction` is the page's own address.
	const target = event.submitter?.hasAttribute('formaction') ? event.submitter.formAction : form.action;
	visit(target, { method: 'POST', body: sent }, true);
});

document.addEventListener('click', (event) => {
	const link = event.target.closest('a[data-next], a[data-row]');
	if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
	event.preventDefault();
	visit(link.href, {}, true);
});

addEventListener('popstate', () => visit(location.href, {}, false));

const rows = () => [...main().querySelectorAll('[data-row]')];
/** The row whose link, box or button is in focus. */
const rowOf = (element) => rows().findIndex((row) => row.closest('li')?.contains(element));

function step(by) {
	const list = rows();
	const here = rowOf(document.activeElement);
	list[Math.max(0, Math.min(list.length - 1, here < 0 ? 0 : here + by))]?.focus();
}

function choose(number) {
	const choice = main().querySelectorAll(SUGGESTED)[number - 1];
	if (!choice || rows().length > 0) return false;
	choice.checked = true;
	choice.form.requestSubmit();
	return true;
}

const KEYS = {
	j: () => (rows().length > 0 ? step(1) : main().querySelector('[data-next]')?.click()),
	k: () => (rows().length > 0 ? step(-1) : history.back()),
	x: () => rows()[rowOf(document.activeElement)]?.closest('li').querySelector('input[type=checkbox]').click(),
	s: () => main().querySelector('input[name=spans]')?.focus(),
	t: () => main().querySelector('input[name=title]')?.focus(),
	u: () => main().querySelector('[data-undo] form')?.requestSubmit()
};

document.addEventListener('keydown', (event) => {
	if (!keysOn || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
	if (!document.querySelector('[data-keys]')) return;
	const work = /^[1-9]$/.test(event.key) ? () => choose(Number(event.key)) : KEYS[event.key];
	if (!work) return;
	event.preventDefault();
	work();
});

showKeys();
