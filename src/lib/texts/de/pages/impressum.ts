import type { FixedPage } from './page.ts';
import { place } from './places.ts';

export const impressum: FixedPage = {
	title: 'Impressum',
	lead: 'Wer diese Website anbietet.',
	body: `
# Anbieter

${place('authority')}

${place('authorityPost')}

Telefon: ${place('authorityPhone')}

E-Mail: ${place('authorityMail')}

Vertreten durch: ${place('representative')}

Umsatzsteuer-Identifikationsnummer: ${place('taxNumber')}

# Verantwortlich für den Inhalt

${place('responsible')}

# Wem die Texte gehören

Beiträge und Kommentare sind die Meinung der Menschen, die sie geschrieben haben. Sie sind nicht die Meinung des Ministeriums.

Beiträge aus anderen Verfahren sind als »Übernommen« gekennzeichnet und nennen ihre Herkunft.

# Software

Diese Website läuft mit der Software »teilhabe«. Sie ist frei und steht unter der Lizenz EUPL 1.2. Das Aussehen beruht auf KERN UX (EUPL 1.2). Die Schrift ist Fira Sans (SIL Open Font License).
`
};
