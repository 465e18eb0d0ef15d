import type { FixedPage } from './page.ts';
import { place } from './places.ts';

export const gebaerdensprache: FixedPage = {
	title: 'Deutsche Gebärdensprache',
	lead: 'Das Video in Deutscher Gebärdensprache gibt es noch nicht.',
	body: `
Hier soll ein Video stehen. Es soll erklären, was auf dieser Website steht und wie Sie mitmachen. Das Video ist noch nicht gemacht. Das tut uns leid.

Wann es kommt: ${place('signingDate')}

# Bis dahin

- Den Inhalt finden Sie als Text [in Einfacher Sprache](/leicht).
- Sie möchten sich in Deutscher Gebärdensprache beteiligen? Sagen Sie uns, wie wir Sie erreichen: ${place('deafContact')}
- Fehlt Ihnen etwas? Unter [Barrierefreiheit](/barrierefreiheit) steht, wie Sie es uns melden.
`
};
