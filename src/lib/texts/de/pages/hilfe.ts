import type { FixedPage } from './page.ts';
import { place } from './places.ts';

export const hilfe: FixedPage = {
	title: 'Hilfe und Kontakt',
	lead: 'Rufen Sie an, schreiben Sie, oder fragen Sie jemanden, dem Sie vertrauen.',
	body: `
# So erreichen Sie uns

- Telefon: ${place('helpPhone')}
- E-Mail: ${place('helpMail')}
- Brief: ${place('helpPost')}

Sie müssen Ihren Namen nicht nennen. Sagen Sie niemandem Ihren Code, auch uns nicht.

# Ich habe keine Karte

Karten gibt es in Beratungsstellen, Treffpunkten und Unterkünften. Wo genau: ${place('cardPlaces')}

# Mein Code geht nicht

- Der Code hat 16 Zeichen. Groß oder klein ist egal. Striche und Leerzeichen sind egal.
- Diese Ziffern kommen nicht vor: 0, 1, 2, 5 und 8. Diese Buchstaben auch nicht: B, I, L, O, S, U, V und Z.
- Es gab zu viele Versuche? Dann warten Sie eine Minute.
- Die Karte ist alt? Auf der Karte steht, bis wann sie gilt. Holen Sie sich eine neue.

# Ich habe meine Karte verloren

Gehen Sie dorthin, wo Sie die Karte bekommen haben. Sagen Sie die Nummer der Karte. Dann bekommen Sie eine neue. Die alte gilt nicht mehr. Ihr Name und Ihre Texte bleiben bei Ihnen.

Die Nummer steht auf der Karte und unter [Meine Daten](/meine-daten). Schreiben Sie die Nummer am besten auf. Wissen Sie die Nummer nicht mehr? Dann fragen Sie dort trotzdem.

# Erfährt das Amt, was ich schreibe?

Jobcenter, Ausländerbehörde und Polizei bekommen von uns nichts. Mehr dazu steht hier: [Datenschutz in Einfacher Sprache](/leicht/datenschutz).

# Ich schreibe nicht gern

Bitten Sie jemanden, für Sie zu schreiben: eine Freundin, jemanden in der Beratungsstelle, wen Sie mögen. Sie sagen, was dort stehen soll.

# Jemand soll nicht sehen, was ich lese

Muss es schnell gehen? Drücken Sie auf »Seite schnell verlassen«. Dann sieht man nur noch einen Kalender. Angemeldet sind Sie dann auch nicht mehr.

Haben Sie mehr Zeit? Drücken Sie auf »Fertig – abmelden«. Schließen Sie das Fenster. Löschen Sie danach den Verlauf des Browsers.

# Etwas ist gegen die Regeln

[Melden Sie es uns hier](/inhalt-melden). Nennen Sie uns die Nummer des Beitrags und was nicht stimmt. Lesen Sie auch die [Regeln](/regeln).

# Ich komme mit der Website nicht zurecht

[Melden Sie uns die Barriere](/barriere-melden). Sagen Sie, auf welcher Seite es hakt. Mehr dazu steht unter [Barrierefreiheit](/barrierefreiheit).

# Ich brauche selbst Hilfe

Diese Website kann keine Beratung ersetzen. Wenn Sie sofort Hilfe brauchen: Die Telefonseelsorge ist Tag und Nacht da, Telefon [0800 111 0 111](tel:+498001110111). Im Notfall wählen Sie [112](tel:112).
`
};
