import type { FixedPage } from './page.ts';

export const regeln: FixedPage = {
	title: 'Regeln',
	lead: 'Damit alle sich trauen, etwas zu sagen.',
	body: `
# So gehen wir miteinander um

- Wir hören einander zu. Andere Erfahrungen sind auch wahr.
- Wir reden über Probleme, nicht schlecht über Menschen.
- Niemand muss sich für Armut schämen. Niemand wird hier dafür beschämt.
- Rechtschreibung ist egal. Verständlich ist besser als perfekt.

# Das veröffentlichen wir nicht

- **Beleidigung oder Drohung**
- **Abwertung einer Gruppe,** zum Beispiel wegen Herkunft, Religion, Geschlecht, Behinderung oder Armut
- **Persönliche Angaben:** Namen, Adressen, Telefonnummern oder Aktenzeichen, auch von anderen
- **Werbung** für Produkte, Firmen oder Parteien
- **Was nicht zum Thema gehört**
- **Was doppelt geschickt wurde**
- **Was wir gar nicht verstehen.** Dann bitten wir Sie, es noch einmal zu sagen.
- **Was verboten ist**

Ihre Meinung ist kein Grund. Auch scharfe Kritik am Land, an Ämtern oder am Ministerium veröffentlichen wir.

# Wie die Moderation arbeitet

- Menschen lesen jeden Text, bevor er erscheint. Kein Programm entscheidet.
- Wird etwas nicht veröffentlicht, lesen Sie den Grund bei Ihrem Text. Sie können ihn neu schreiben.
- Persönliche Angaben kann die Moderation schwärzen. Dann steht dabei, dass etwas geschwärzt ist.
- Wird ein Text später ausgeblendet, bleiben die Antworten darauf stehen.
- Jede Entscheidung steht ohne Namen im [Moderationsprotokoll](/moderation).

# Ihr Text gehört Ihnen

Ihr Text wird nicht umgeschrieben. Wer die Strategie schreibt, fasst Beiträge zusammen. Der ursprüngliche Beitrag bleibt daneben stehen.

# Etwas stimmt nicht?

Finden Sie einen Text, der gegen die Regeln ist? Oder sind Sie mit einer Entscheidung nicht einverstanden? Sagen Sie es uns: [Hilfe und Kontakt](/hilfe). Nennen Sie bitte die Nummer des Beitrags.
`
};
