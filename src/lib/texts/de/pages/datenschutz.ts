import type { FixedPage } from './page.ts';
import { place } from './places.ts';

export const datenschutz: FixedPage = {
	title: 'Datenschutz',
	lead: 'Was wir speichern, was wir nicht speichern und wer was sehen kann.',
	body: `
# Das Wichtigste

- Sie brauchen keinen Namen, keine E-Mail-Adresse und keine Telefonnummer.
- Wir speichern nicht, von welchem Gerät oder aus welchem Netz Sie kommen.
- Wir messen nicht, was Sie lesen. Es gibt keine Werbung.
- Diese Website lädt nichts von anderen Anbietern.

# Was bekommen Jobcenter, Ausländerbehörde und Polizei?

Diese Website gibt von sich aus nichts an das Jobcenter, die Ausländerbehörde oder die Polizei weiter. Es gibt keine Verbindung zu ihren Computern. Sie haben hier keine eigenen Zugänge.

Was veröffentlicht ist, können aber alle lesen. Auch Menschen, die in einer Behörde arbeiten. Schreiben Sie deshalb nichts, woran man Sie erkennt: keinen Namen, keine Adresse, kein Aktenzeichen.

Ein Gericht oder die Staatsanwaltschaft kann in besonderen Fällen Daten verlangen. Dann können wir nur geben, was wir haben. Ihren Namen und Ihr Gerät kennen wir nicht.

${place('notGiven')}

# Was wir speichern, wenn Sie nur lesen

Nichts über Sie. Der Server schreibt auf, welche Art von Seite aufgerufen wurde, wann und wie schnell. Er schreibt nicht auf, von wo.

# Was wir speichern, wenn Sie sich mit einem Code anmelden

- **Ihre Karte:** den Code selbst nicht. Nur eine Prüfzahl, aus der man den Code nicht zurückrechnen kann. Außerdem die Gruppe der Karte. Gilt die Karte für eine Einrichtung, auch deren Namen. Und aus welcher Ausgabe die Karte ist, zum Beispiel von welchem Treffpunkt. Die Ausgabe zeigt die Website bei keinem Text.
- **Einen ausgedachten Namen,** zum Beispiel »Blaue Amsel 42«.
- **Ihre Anmeldung:** Seit wann sie besteht. Sie endet, wenn Sie sich abmelden, nach 15 Minuten ohne Klick, und spätestens nach 24 Stunden.
- **Was Sie erlaubt haben,** mit dem Wortlaut und der Zeit.
- **Zwei Cookies:** Das eine heißt »sitzung« und hält Ihre Anmeldung. Das andere heißt »eingabe«. Es hilft, wenn ein Text nicht ankommt: Dann heben wir ihn verschlüsselt auf, höchstens 2 Stunden. Nur Ihr Browser hat den Schlüssel dazu. Beide Cookies sind weg, wenn Sie sich abmelden. Andere Cookies bekommen Sie nicht.

Damit niemand Codes errät, zählt der Server Versuche je Internet-Adresse. Dazu merkt er sich eine verschlüsselte Form der Adresse. Nach höchstens 2 Stunden ist sie gelöscht.

Wer für das Team arbeitet, bekommt noch ein Cookie. Es heißt »geraet« und bleibt 400 Tage. Damit erkennt der Server: Auf diesem Gerät hat sich schon jemand aus dem Team angemeldet. Wer das war, steht nicht darin.

# Was wir speichern, wenn Sie etwas schreiben

- Ihren Text, das Thema, die Art und die Zeit.
- Den ausgedachten Namen und die Gruppe, wie sie an diesem Tag waren.
- **Die Sprache,** in der Sie geschrieben haben. Sie steht öffentlich beim Beitrag. Hat das Team Ihren Beitrag auf Deutsch zusammengefasst, steht auch das dabei.
- **Den Kreis oder die Stadt,** wenn Sie das angeben. Das ist freiwillig. Wir zählen es nur zusammen. Bei Ihrem Text sieht es niemand, auch das Team nicht. Zahlen von 1 bis 4 Menschen zeigen wir nicht. Die Angabe löschen Sie unter »Meine Daten«. Sie verschwindet auch, wenn Sie den Beitrag zurückziehen oder hier aufhören.
- Mit welcher Karte er geschrieben ist. Das sieht niemand auf der Website. Es ist nötig, damit Sie »Meine Beiträge« sehen.
- Im Protokoll: dass mit dieser Karte etwas geschickt wurde. Das Protokoll sieht nur das Team.
- Was Sie unterstützen, mit Ihrer Gruppe und der Zeit.

Öffentlich sind der Text, der ausgedachte Name, die Gruppe, der Name der Einrichtung, wenn es eine gibt, und der Tag.

# Was wir speichern, wenn Sie abstimmen

Zu Ihrer Stimme speichern wir Ihre Gruppe, ob Sie für eine Einrichtung sprechen, und den Tag. Ihr ausgedachter Name und Ihre Karte stehen nicht dabei.

Damit niemand doppelt abstimmt und Sie Ihre Stimme ändern können, trägt sie ein geheimes Zeichen. Es ist aus Ihrer Karte und einem Schlüssel berechnet. Für jede Phase gibt es einen eigenen Schlüssel. Er liegt nicht in der Datenbank.

Wenn die Phase endet, vernichten wir den Schlüssel. Danach kann niemand mehr sagen, wer wie abgestimmt hat. Auch wir nicht, und auch Sie sehen es dann nicht mehr. Die Ergebnisse bleiben.

# Was wir speichern, wenn jemand für Sie aufschreibt

Eine Helferin kann Ihre Worte oder Ihre Stimmen für Sie eintragen. Das geht nur, wenn Sie es erlauben. Dann speichern wir außerdem:

- auf welchem Weg: im Gespräch, auf Papier, bei einem Treffen oder am Telefon,
- den Tag und dass Sie einverstanden waren,
- an welchem Ort und wer es eingetragen hat. Das sieht nur das Team.

Öffentlich ist, dass jemand für Sie aufgeschrieben hat. Bei Stimmen zählen wir nur zusammen, wie viele es in einer Gruppe sind. Sehr kleine Zahlen zeigen wir nicht.

Sie bekommen einen Code. Damit können Sie alles sehen und zurücknehmen. Ihre Stimmen können Sie ändern, solange abgestimmt wird. Danach löschen wir, welcher Bogen zu welcher Karte gehört.

Was mit den Bögen aus Papier geschieht: ${place('sheets')}

# Was die Moderation sieht und tut

Die Moderation sieht Ihren Text, den ausgedachten Namen und die Gruppe. Steht in einem Text etwas, woran man Menschen erkennt, kann sie es schwärzen. Der ursprüngliche Text wird dann verschlüsselt aufgehoben und nach 30 Tagen gelöscht.

# Was wir über das Team speichern

Wer im Team arbeitet, meldet sich mit E-Mail-Adresse, Passwort und einem Code vom Handy an. Wir speichern die Adresse, den Namen, die Rollen und eine Prüfzahl des Passworts. Außerdem speichern wir, wer im Team was getan hat. E-Mails an das Team heben wir nach dem Versand höchstens 30 Tage auf.

# Wie lange wir etwas behalten

- Anmeldungen: höchstens 24 Stunden.
- Entwürfe: 30 Tage nach der letzten Änderung.
- Ursprüngliche Texte nach einer Schwärzung: 30 Tage.
- Texte, die wir nicht veröffentlicht haben: 90 Tage.
- Die Prüfzahlen der Codes: 12 Monate nach dem Ende des Verfahrens. Dann weiß auch niemand mehr, welcher Name zu welcher Karte gehört.
- Das Protokoll der Moderation und wer was getan hat: 2 Jahre.
- Veröffentlichte Texte, Fassungen und Ergebnisse bleiben. Ihre eigenen Texte können Sie jederzeit löschen.

# Ihre Rechte

Sie dürfen wissen, was wir über Sie speichern. Sie dürfen verlangen, dass wir es berichtigen, löschen oder nicht mehr benutzen. Sie dürfen Ihre Einwilligung zurücknehmen.

- Unter [Meine Daten](/meine-daten) sehen Sie alles, was wir über Sie wissen. Dort können Sie es mitnehmen und jede Erlaubnis zurücknehmen.
- Dort können Sie sich auch selbst löschen. Sie entscheiden, ob Ihre Texte bleiben.
- Für alles andere wenden Sie sich an uns. Halten Sie Ihre Karte bereit: Ohne sie können wir nicht erkennen, welche Texte Ihre sind.
- Sie können sich beschweren bei der Landesbeauftragten für Datenschutz und Informationsfreiheit Nordrhein-Westfalen.

# Wer verantwortlich ist

Verantwortlich: ${place('controller')}

Datenschutzbeauftragte oder Datenschutzbeauftragter: ${place('protectionOfficer')}

Rechtsgrundlage: ${place('legalBasis')}

Wer die Server betreibt: ${place('processor')}
`
};
