import { place, type FixedPage } from './page.ts';

export const gebaerdensprache: FixedPage = {
	title: 'Deutsche Gebärdensprache',
	lead: 'Das Video in Deutscher Gebärdensprache gibt es noch nicht.',
	body: `
Hier soll ein Video stehen. Es soll erklären, was auf dieser Website steht und wie Sie mitmachen. Das Video ist noch nicht gemacht. Das tut uns leid.

Wann es kommt: ${place('Termin für das Video in Deutscher Gebärdensprache')}

# Bis dahin

- Den Inhalt finden Sie als Text [in Einfacher Sprache](/leicht).
- Sie möchten sich in Deutscher Gebärdensprache beteiligen? Sagen Sie uns, wie wir Sie erreichen: ${place('Kontakt für gehörlose Menschen, zum Beispiel Video-Telefon oder Dolmetschdienst')}
- Fehlt Ihnen etwas? Unter [Barrierefreiheit](/barrierefreiheit) steht, wie Sie es uns melden.
`
};
