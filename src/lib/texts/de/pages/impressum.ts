import { place, type FixedPage } from './page.ts';

export const impressum: FixedPage = {
	title: 'Impressum',
	lead: 'Wer diese Website anbietet.',
	body: `
# Anbieter

${place('Name der Behörde')}

${place('Anschrift der Behörde')}

Telefon: ${place('Telefonnummer')}

E-Mail: ${place('E-Mail-Adresse')}

Vertreten durch: ${place('vertretungsberechtigte Person')}

Umsatzsteuer-Identifikationsnummer: ${place('Umsatzsteuer-Identifikationsnummer, falls vorhanden')}

# Verantwortlich für den Inhalt

${place('Name und Anschrift der Person, die für den Inhalt verantwortlich ist')}

# Wem die Texte gehören

Beiträge und Kommentare sind die Meinung der Menschen, die sie geschrieben haben. Sie sind nicht die Meinung des Ministeriums.

Beiträge aus anderen Verfahren sind als »Übernommen« gekennzeichnet und nennen ihre Herkunft.

# Software

Diese Website läuft mit der Software »teilhabe«. Sie ist frei und steht unter der Lizenz EUPL 1.2. Das Aussehen beruht auf KERN UX (EUPL 1.2). Die Schrift ist Fira Sans (SIL Open Font License).
`
};
