import type { FixedPage } from './page.ts';
import { place } from './places.ts';

export const barrierefreiheit: FixedPage = {
	title: 'Erklärung zur Barrierefreiheit',
	lead: 'Alle sollen diese Website benutzen können. Was schon geht und was noch fehlt.',
	body: `
# Wie weit wir sind

Diese Website soll die Vorgaben der BITVNRW und der Norm EN 301 549 erfüllen. Wir richten uns nach den Regeln WCAG 2.2, Stufe AA.

Ergebnis der unabhängigen Prüfung: ${place('accessAudit')}

# Worauf wir achten

- Alles geht mit der Tastatur.
- Alles geht ohne JavaScript.
- Alles ist auf kleinen Bildschirmen zu lesen, und auch stark vergrößert.
- Jedes Formular sagt in Worten, was fehlt.
- Es gibt keine Rätsel und keine Bilder zum Abtippen. Den Code können Sie einfügen.
- Nichts bewegt sich von selbst.

# Was noch fehlt

- **Gebärdensprache:** Das Video in Deutscher Gebärdensprache gibt es noch nicht. Bis dahin gibt es [einen Text in Einfacher Sprache](/leicht).
- **Leichte Sprache:** Unsere Texte sind in Einfacher Sprache. Eine Prüf-Gruppe hat sie noch nicht geprüft.
- **Beiträge:** Was Menschen schreiben, ändern wir nicht. Darum sind manche Beiträge schwer zu verstehen.
- **Andere Sprachen:** Die Website gibt es zurzeit nur auf Deutsch.

# Eine Barriere melden

Ist für Sie etwas nicht zugänglich? [Melden Sie es uns hier](/barriere-melden). Dafür brauchen Sie keine Anmeldung und keine E-Mail. Sie können auch anrufen oder schreiben.

- Telefon: ${place('barrierPhone')}
- E-Mail: ${place('barrierMail')}
- Brief: ${place('barrierPost')}

Sie bekommen in 2 Wochen eine Antwort. Dauert es länger, sagen wir Ihnen Bescheid. Spätestens nach 6 Wochen bekommen Sie die Antwort.

# Wenn Sie mit der Antwort nicht zufrieden sind

Dann können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen wenden. Sie vermittelt. Das kostet nichts. Sie brauchen dafür keine Anwältin und keinen Anwalt.

Kontakt der Ombudsstelle: ${place('ombud')}

# Von wann diese Erklärung ist

Erstellt am: ${place('statementDate')}

Sie wird mindestens einmal im Jahr geprüft.
`
};
