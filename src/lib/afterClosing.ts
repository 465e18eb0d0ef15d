/**
 * What can still be done once the process is closed: the one list, asked by the form that shows itself and by the
 * transaction that writes. Rights do not end with a process, nor do the duties of whoever still runs the site. Everything
 * that is not here is refused.
 */
const STAYS_OPEN: Readonly<Record<string, 'every action' | readonly string[]>> = {
	// Coming and going, and keeping one's access safe.
	'/anmelden': 'every action',
	'/anmelden/ersetzt': 'every action',
	'/anmelden/team': 'every action',
	'/anmelden/team/anbieter': 'every action',
	'/anmelden/team/anbieter/abmeldung': 'every action',
	'/anmelden/team/anbieter/zurueck': 'every action',
	'/anmelden/team/code': 'every action',
	'/anmelden/team/einrichten': 'every action',
	'/anmelden/team/passwort/[token]': 'every action',
	'/anmelden/team/vergessen': 'every action',
	'/abmelden': 'every action',
	'/abmelden/anbieter': 'every action',
	'/bleiben': 'every action',
	'/meine/neu': 'every action',
	'/schnell-weg': 'every action',
	'/werkstatt/zugang': 'every action',
	// Access of staff is taken, given and blocked as long as anybody can sign in.
	'/werkstatt/team': 'every action',
	'/werkstatt/team/neu': 'every action',
	// What the law wants on the pages changes as long as they are there.
	'/werkstatt/angaben': 'every action',
	'/werkstatt/profil': 'every action',
	'/werkstatt/profil/aussehen': 'every action',
	'/werkstatt/profil/woerter': 'every action',
	'/werkstatt/texte/[key]': 'every action',
	// What is published is put right, and words that have to go go, as long as it is there.
	'/werkstatt/berichtigungen/neu/[kind]/[number]': 'every action',
	'/werkstatt/berichtigungen/aufheben/[number]': 'every action',
	'/werkstatt/berichtigungen/[id]': 'every action',
	'/werkstatt/vorschau': ['revoke'],
	'/werkstatt/ansichten': ['remove'],
	'/werkstatt/karten': ['revoke', 'find'],
	// Taking back one's words, one's consent, one's account.
	'/beitragen': ['remove'],
	'/meine-daten': ['forget', 'end', 'withdraw'],
	'/meine-daten/loeschen': 'every action',
	'/meine-daten/loeschen/bestaetigen': 'every action',
	'/meine/beirat': ['leave'],
	'/meine/nachrichten': ['stop', 'stopFeed'],
	'/nachrichten/[token]': ['stop'],
	'/stellungnahmen/[id]': ['remove'],
	'/wie-war-es/[phase]': ['takeBack'],
	'/beitraege/[number]/zurueckziehen': 'every action',
	'/kommentare/[id]': 'every action',
	'/aenderungen/[number]': ['withdraw'],
	// What somebody told a helper: taken back there, or by whoever comes in with the code of the slip.
	'/werkstatt/erfassen/liste': 'every action',
	'/uebernehmen': 'every action',
	'/meine': ['takeOver'],
	// A barrier, or something unlawful on a page: it can be reported, answered and put right.
	'/barriere-melden': 'every action',
	'/inhalt-melden': 'every action',
	'/meldung': 'every action',
	'/werkstatt/meldungen/[number]': 'every action',
	'/werkstatt/eingang/[kind]/[id]': ['decide']
};

/** `action`: as in `?/withdraw`, whatever else the address asks for; empty for a page with one form. */
export function staysOpen(routeId: string | null, action: string): boolean {
	const route = routeId?.replace(/\/\([^)]+\)/g, '') ?? '';
	const open = Object.hasOwn(STAYS_OPEN, route) ? STAYS_OPEN[route] : undefined;
	return open === 'every action' || (open?.includes(action.replace(/^\??\//, '').replace(/&.*/, '')) ?? false);
}

/** Every route of the list: a test holds that none of them is a page that is no longer there. */
export const OPEN_ROUTES: readonly string[] = Object.keys(STAYS_OPEN);
