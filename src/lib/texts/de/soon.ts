import type { Failure } from './site.ts';

/** What will be on a page once there is a process; said in its place until then. */
const PAGES: Readonly<Record<string, string>> = {
	'/beitraege': 'Hier stehen dann alle Beiträge: Erfahrungen, Vorschläge, Praxisbeispiele und Belege.',
	'/strategie': 'Hier steht dann, was aus den Beiträgen wird: die Strategie, Fassung für Fassung.',
	'/ergebnisse': 'Hier steht dann, wie abgestimmt wurde.',
	'/meinungsbild': 'Hier steht dann, wo Menschen einig sind und wo nicht.',
	'/wer-macht-mit': 'Hier steht dann, wer mitmacht und wer fehlt.',
	'/abstimmen': 'Hier können Sie dann abstimmen.',
	'/beitragen': 'Hier können Sie dann schreiben.'
};

const title = 'Hier ist noch nichts';
const begins = 'Das Verfahren hat noch nicht begonnen.';

/** For the page at this address. In the workshop: what to do about it. */
export function soonAt(path: string): Failure {
	if (path.startsWith('/werkstatt')) {
		const text = 'Es gibt noch kein Verfahren. Legen Sie es auf dem Server an: npm run consultation -- plan.json';
		return { title, text, next: [{ href: '/werkstatt', label: 'Zur Werkstatt' }] };
	}
	const text = [begins, PAGES[path]].filter(Boolean).join(' ');
	return {
		title,
		text,
		next: [
			{ href: '/so-gehts', label: 'So funktioniert’s' },
			{ href: '/', label: 'Zur Startseite' }
		]
	};
}
