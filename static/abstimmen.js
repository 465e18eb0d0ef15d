// Makes /abstimmen smoother: an answer is sent without loading the whole page, and when the connection is lost it is
// kept in memory and sent again. Sending twice counts once: a vote replaces the one before. Nothing is stored on the device.
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

/** The answer that has not arrived yet, or null. */
let unsent = null;
let timer = 0;

document.addEventListener('submit', (event) => {
	const form = event.target;
	const button = event.submitter;
	if (!button || button.name !== 'choice' || !form.querySelector('[name=punkt]')) return;
	event.preventDefault();
	const body = new URLSearchParams(new FormData(form));
	body.set(button.name, button.value);
	// Another answer to the same question takes the place of one that is still waiting.
	unsent = { url: form.action, body, wait: FIRST_WAIT };
	deliver();
});

addEventListener('online', deliver);
addEventListener('popstate', () => location.reload());
addEventListener('beforeunload', (event) => {
	if (unsent) event.preventDefault();
});

async function deliver() {
	clearTimeout(timer);
	const answer = unsent;
	if (!answer) return;
	try {
		const response = await fetch(answer.url, { method: 'POST', body: answer.body, headers: { accept: 'text/html' } });
		// A server that is just being restarted: the answer may not have arrived.
		if (response.status >= 500) throw new Error(String(response.status));
		const page = await response.text();
		if (unsent !== answer) return;
		unsent = null;
		show(response, page);
	} catch {
		if (unsent !== answer) return;
		say('lost');
		timer = setTimeout(deliver, answer.wait);
		answer.wait = Math.min(answer.wait * 2, LONGEST_WAIT);
	}
}

function show(response, page) {
	const next = new DOMParser().parseFromString(page, 'text/html');
	const main = next.querySelector('main');
	if (!main || new URL(response.url).pathname !== location.pathname) return location.assign(response.url);
	if (response.redirected) history.pushState({}, '', response.url);
	document.title = next.title;
	document.querySelector('main').replaceWith(document.adoptNode(main));
	scrollTo(0, 0);
	// Whoever hears the page instead of seeing it is told that it is another one: what is wrong, or the new question.
	const told = main.querySelector('[role=alert]') ?? main.querySelector('h1');
	told.setAttribute('tabindex', '-1');
	told.focus();
}

function say(what) {
	const place = document.getElementById('verbindung');
	if (!place) return;
	place.hidden = false;
	place.textContent = place.dataset[what];
}
