import type { FixedPage } from './page.ts';

/**
 * Some fixed pages said once more in easy words, at /leicht/…. They may be called Leichte Sprache when a Prüfgruppe has
 * read them: then who and when stand in `review`, and the page says so.
 */
export interface EasyPage extends FixedPage {
	review: { by: string; on: string } | null;
}

export const review = {
	none: 'Dieser Text ist in Einfacher Sprache. Eine Prüf-Gruppe hat ihn noch nicht geprüft.',
	done: 'Dieser Text ist in Leichter Sprache. Geprüft von: {by}, am {on}.',
	long: 'Hier steht mehr: {title}',
	easy: 'Diese Seite in Einfacher Sprache lesen'
};

export const easyPages: Readonly<Record<string, EasyPage>> = {
	datenschutz: {
		title: 'Datenschutz in Einfacher Sprache',
		lead: 'Was wir über Sie wissen. Und was wir nicht wissen.',
		review: null,
		body: `
# Was wir nicht wissen

Wir fragen nicht nach Ihrem Namen.

Wir fragen nicht nach Ihrer Adresse.

Wir wissen nicht, welches Handy Sie haben.

Wir wissen nicht, was Sie hier lesen.

# Was wir wissen

Sie haben eine Karte mit einem Code.

Wir kennen den Code nicht. Wir haben nur eine Prüf-Zahl dazu.

Wir wissen, was Sie mit der Karte schreiben.

Sie bekommen einen ausgedachten Namen. Der steht bei Ihrem Text.

# Wer bekommt etwas davon?

Das Job-Center bekommt von uns nichts.

Die Ausländer-Behörde bekommt von uns nichts.

Die Polizei bekommt von uns nichts.

**Aber:** Alle Menschen können lesen, was veröffentlicht ist. Schreiben Sie darum nichts, woran man Sie erkennt.

Ein Gericht kann in besonderen Fällen Daten verlangen. Ihren Namen können wir auch dann nicht sagen. Wir kennen ihn nicht.

# Ihre Stimme ist geheim

Sie können abstimmen.

Andere Menschen sehen nicht, wie Sie abgestimmt haben.

Am Ende machen wir einen Schlüssel kaputt. Danach kann niemand mehr sagen, wie Sie abgestimmt haben. Auch wir nicht.

# Das können Sie tun

Drücken Sie auf [Meine Daten](/meine-daten).

- Dort sehen Sie alles, was wir über Sie wissen.
- Dort können Sie alles mitnehmen.
- Dort können Sie eine Erlaubnis zurücknehmen.
- Dort können Sie sich löschen.

Haben Sie Fragen? Hier finden Sie [Hilfe und Kontakt](/hilfe).
`
	},
	barrierefreiheit: {
		title: 'Barrierefreiheit in Einfacher Sprache',
		lead: 'Alle sollen diese Website benutzen können.',
		review: null,
		body: `
# Was heißt Barriere?

Eine Barriere ist etwas, das Sie aufhält.

Zum Beispiel: Ein Text ist zu schwer. Oder ein Knopf ist zu klein.

# Das geht schon

- Sie können alles mit der Tastatur machen.
- Sie können alles groß stellen.
- Sie können sich alles vorlesen lassen.
- Sie müssen kein Rätsel lösen.
- Nichts blinkt und nichts bewegt sich.

# Das fehlt noch

- Unsere Texte sind noch nicht von einer Prüf-Gruppe geprüft.
- Die Website gibt es nur auf Deutsch.
- Was andere Menschen schreiben, ist manchmal schwer. Wir ändern es nicht.
- Ob es ein Video in Gebärden-Sprache gibt, steht hier: [Gebärdensprache](/gebaerdensprache).

# Etwas geht nicht?

Sagen Sie es uns: [Barriere melden](/barriere-melden).

Sie brauchen dafür keine Karte und keine E-Mail.

Sie bekommen in 2 Wochen eine Antwort. Wenn es länger dauert, sagen wir Bescheid.

# Die Antwort hilft nicht?

Dann gibt es eine Stelle, die vermittelt. Sie heißt Ombuds-Stelle. Das kostet nichts.

Die Adresse steht hier: [Erklärung zur Barrierefreiheit](/barrierefreiheit).
`
	},
	regeln: {
		title: 'Regeln in Einfacher Sprache',
		lead: 'Damit sich alle trauen, etwas zu sagen.',
		review: null,
		body: `
# So reden wir miteinander

Wir hören einander zu.

Niemand muss sich für Armut schämen.

Sie müssen nicht richtig schreiben. Wir verstehen Sie auch so.

# Das veröffentlichen wir nicht

- Beleidigungen und Drohungen
- Schlechtes über eine Gruppe von Menschen
- Namen, Adressen und Telefon-Nummern
- Werbung
- Was nicht zum Thema gehört
- Was verboten ist

**Ihre Meinung ist kein Grund.**

Sie dürfen das Land und die Ämter kritisieren.

# So prüfen wir

Ein Mensch liest jeden Text. Das macht kein Computer.

Wir veröffentlichen einen Text nicht? Dann sagen wir Ihnen, warum.

Sie finden das falsch? Dann können Sie widersprechen. Eine andere Person prüft es noch einmal.

# Ihr Text gehört Ihnen

Wir ändern Ihre Wörter nicht.

Sie können Ihren Text zurück-nehmen.

Mehr dazu steht unter [Meine Beiträge](/meine).
`
	}
};

export function easyPage(address: string): EasyPage | null {
	return Object.hasOwn(easyPages, address) ? (easyPages[address] ?? null) : null;
}
