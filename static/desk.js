/**
 * Smoothing for worklists, for nothing else: forms and the way to the next text without loading the page anew, and keys.
 * Everything works without it. It keeps nothing on the device and asks nobody but our own server.
 */
const main = () => document.querySelector('main');
const typing = (target) => target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null;

/** Says what has happened to whoever cannot see it. */
const voice = document.createElement('p');
voice.setAttribute('aria-live', 'polite');
voice.className = 'said';
document.body.append(voice);

/** Without the last choice, "another one": that one is typed. */
const SUGGESTED = 'input[name=to]:not([value=""])';

let keysOn = true;
let busy = false;
/** A digit now chooses one of these instead of a decision. */
let asked = null;

/** `otherwise`: what the browser would have done with a form, where the answer is no page of this kind. */
async function visit(url, options, remember, otherwise = null) {
	if (busy) return;
	busy = true;
	main().setAttribute('aria-busy', 'true');
	// Whoever presses something now would press it on a page that is about to go, and never learn that it was lost.
	main().inert = true;
	try {
		const answer = await fetch(url, { ...options, headers: { accept: 'text/html' } });
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const next = page.querySelector('main');
		// Signed out, or a page of another kind: the browser shows it itself.
		if (!next || !page.querySelector('script[src="/desk.js"]')) {
			// Nothing was taken, and what was typed comes back on that page: only the browser can show it.
			return void (otherwise && !answer.redirected ? otherwise() : location.assign(answer.url));
		}
		const scrolled = list()?.scrollTop ?? 0;
		main().replaceWith(document.adoptNode(next));
		document.title = page.title;
		// An address that a form was sent to shows nothing when it is asked for again.
		if (remember && !new URL(answer.url).search.includes('?/')) history.pushState({ desk: true }, '', answer.url);
		if (list()) list().scrollTop = scrolled;
		arrive();
	} catch {
		if (otherwise) otherwise();
		else location.assign(location.href);
	} finally {
		busy = false;
		main()?.removeAttribute('aria-busy');
		if (main()) main().inert = false;
	}
}

/** After a step for several the list goes on: there one is, not above everything that stands before it. */
function placeToBe() {
	const summary = main().querySelector('.error-summary');
	const goesOn = main().querySelector('.done') && !deciding() && list()?.querySelector('h2');
	return summary ?? (goesOn || main().querySelector('h1'));
}

function arrive() {
	asked = null;
	const place = placeToBe();
	place.tabIndex = -1;
	place.focus({ preventScroll: true });
	window.scrollTo(0, 0);
	if (place.tagName === 'H2') place.scrollIntoView({ block: 'nearest' });
	const said = main().querySelector('.done [role=status]');
	voice.textContent = [said?.textContent.trim(), main().querySelector('h1').textContent].filter(Boolean).join(' ');
	prepare();
}

function prepare() {
	showKeys();
	countChosen();
	inHand()?.scrollIntoView({ block: 'nearest' });
	main()
		.querySelectorAll('[data-digit]')
		.forEach((button) => label(button, button.dataset.digit));
	main()
		.querySelectorAll('[data-digits]')
		.forEach((group) => radiosOf(group).forEach((radio, at) => label(radio, Number(group.dataset.digits) + at)));
}

/** The list of keys, and the switch: whoever dictates to the computer needs them off. */
function showKeys() {
	const keys = document.querySelector('[data-keys]');
	if (!keys) return;
	keys.hidden = false;
	if (deciding()) main().querySelectorAll(SUGGESTED).forEach((choice, at) => label(choice, at + 1));
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'quiet-button';
	const say = () => (button.textContent = keysOn ? keys.dataset.on : keys.dataset.off);
	button.addEventListener('click', () => {
		keysOn = !keysOn;
		say();
	});
	say();
	keys.append(button);
}

/** Which key chooses it. Read aloud it would be one number too many. */
function label(control, digit) {
	if (Number(digit) > 9) return;
	const key = document.createElement('kbd');
	key.textContent = String(digit);
	key.setAttribute('aria-hidden', 'true');
	const words = control.querySelector('.kern-label') ?? control.parentElement.querySelector('label') ?? control;
	words.append(' ', key);
}

document.addEventListener('submit', (event) => {
	const form = event.target;
	if (form.method !== 'post' || !form.closest('main') || form.dataset.plain) return;
	event.preventDefault();
	const sent = new URLSearchParams(new FormData(form, event.submitter));
	// Where a button does not say it itself, its `formAction` is the page's own address.
	const target = event.submitter?.hasAttribute('formaction') ? event.submitter.formAction : form.action;
	visit(target, { method: 'POST', body: sent }, true, () => {
		form.dataset.plain = 'yes';
		form.requestSubmit(event.submitter ?? undefined);
	});
});

document.addEventListener('click', (event) => {
	if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
	if (event.target.closest('[data-all]')) {
		event.preventDefault();
		return tickAll();
	}
	const link = event.target.closest('a[data-next], a[data-row], a[data-back]');
	if (!link) return;
	event.preventDefault();
	visit(link.href, {}, true);
});

document.addEventListener('change', (event) => {
	if (event.target.type === 'checkbox') countChosen();
});

addEventListener('popstate', () => visit(location.href, {}, false));

const list = () => main().querySelector('[data-list]');
const inHand = () => list()?.querySelector('[aria-current]');
/** A narrow screen shows the list or a text, never both. */
const rows = () => [...main().querySelectorAll('[data-row]')].filter((row) => row.getClientRects().length > 0);
/** One text is in hand, and a digit decides about it. */
const deciding = () => rows().length === 0 || main().querySelector('[data-hand]') !== null;
/** The row whose link, box or button is in focus, or which is in hand. */
function rowOf(element) {
	const at = rows().findIndex((row) => row.closest('li')?.contains(element));
	return at < 0 ? rows().indexOf(inHand()) : at;
}

function step(by) {
	const here = rowOf(document.activeElement);
	const next = rows()[Math.max(0, Math.min(rows().length - 1, here < 0 ? 0 : here + by))];
	if (inHand() && next !== inHand()) next?.click();
	else next?.focus();
}

const boxes = () => [...(list() ?? main()).querySelectorAll('li input[type=checkbox]')];

function tickAll() {
	const all = boxes().every((box) => box.checked);
	for (const box of boxes()) box.checked = !all;
	countChosen();
}

function countChosen() {
	const said = main().querySelector('[data-chosen]');
	if (!said) return;
	const number = boxes().filter((box) => box.checked).length;
	said.hidden = false;
	said.querySelector('b').textContent = String(number);
	for (const button of main().querySelectorAll('[data-many]')) name(button, number);
}

/** A button says for how many it is. With "all of this choice" it is for more than the list shows: then as it was. */
function name(button, number) {
	const words = button.querySelector('.kern-label');
	button.dataset.none ??= words.firstChild.data;
	const { none, one, many } = button.dataset;
	const more = main().querySelector('input[name=matching]')?.checked;
	words.firstChild.data = more || number === 0 ? none : number === 1 ? one : many.replace('2', String(number));
}

const radiosOf = (group) => [...group.querySelectorAll('input[type=radio]')];

/** What a decision needs beside it is asked for: `data-ask` names by value the field without which it is not sent. */
function choose(radio, group) {
	radio.checked = true;
	// What a person is refused for nobody sends by a slip: the browser sends it with Enter.
	if ('enter' in group.dataset) return radio.focus();
	const field = main().querySelector(`[name="${JSON.parse(group.dataset.ask ?? '{}')[radio.value] ?? ''}"]`);
	if (!field || field.value.trim() !== '') return radio.form.requestSubmit();
	const modules = [...radio.form.querySelectorAll(`[data-modules="${field.name}"] li`)];
	if (modules.length === 0) return field.focus();
	modules[0].closest('details').open = true;
	if (!modules[0].querySelector('kbd')) modules.forEach((one, at) => label(one, at + 1));
	modules[0].closest('details').scrollIntoView({ block: 'nearest' });
	asked = { field, modules: modules.map((one) => one.dataset.module), form: radio.form };
}

function digit(number) {
	if (asked) {
		const words = asked.modules[number - 1];
		if (words === undefined) return;
		asked.field.value = words;
		asked.form.requestSubmit();
		return;
	}
	const group = [...main().querySelectorAll('[data-digits]')].find((one) => {
		const at = number - Number(one.dataset.digits);
		return at >= 0 && at < radiosOf(one).length;
	});
	const button = main().querySelector(`[data-digit="${number}"]`);
	if (button) button.form.requestSubmit(button);
	else if (group) choose(radiosOf(group)[number - Number(group.dataset.digits)], group);
	else if (deciding()) suggested(number);
}

function suggested(number) {
	const choice = main().querySelectorAll(SUGGESTED)[number - 1];
	if (!choice) return;
	choice.checked = true;
	choice.form.requestSubmit();
}

const KEYS = {
	j: () => (rows().length > 0 ? step(1) : main().querySelector('[data-next]')?.click()),
	k: () => (rows().length > 0 ? step(-1) : history.back()),
	x: () => rows()[rowOf(document.activeElement)]?.closest('li').querySelector('input[type=checkbox]')?.click(),
	a: tickAll,
	l: () => main().querySelector('[data-back]')?.click(),
	s: () => main().querySelector('input[name=spans]')?.focus(),
	t: () => main().querySelector('input[name=title]')?.focus(),
	b: () => main().querySelector('textarea[name=reason]')?.focus(),
	g: () => main().querySelector('textarea[name=goal]')?.focus(),
	u: () => main().querySelector('[data-undo] form')?.requestSubmit(),
	Escape: () => (asked = null),
	'?': () => {
		showList();
	}
};

/** Where one is, not at the end of the page: Escape closes it, or the same key. */
function showList() {
	const keys = document.querySelector('[data-keys]');
	const shown = document.createElement('dialog');
	shown.className = 'keys keys--shown';
	shown.setAttribute('aria-label', keys.querySelector('summary').textContent);
	shown.tabIndex = -1;
	shown.append(keys.querySelector('dl').cloneNode(true));
	shown.addEventListener('close', () => shown.remove());
	shown.addEventListener('click', (event) => event.target === shown && shown.close());
	shown.addEventListener('keydown', (event) => {
		event.stopPropagation();
		if (event.key === '?') shown.close();
	});
	document.body.append(shown);
	shown.showModal();
	shown.focus();
}

/** Whoever has written sends it without leaving the field. */
function sendWritten(event) {
	const { form } = event.target;
	if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || form?.method !== 'post') return;
	event.preventDefault();
	form.requestSubmit();
}

document.addEventListener('keydown', (event) => {
	if (keysOn && document.querySelector('[data-keys]')) sendWritten(event);
	if (!keysOn || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
	if (!document.querySelector('[data-keys]')) return;
	const work = /^[1-9]$/.test(event.key) ? () => digit(Number(event.key)) : KEYS[event.key];
	if (!work) return;
	event.preventDefault();
	work();
});

prepare();
