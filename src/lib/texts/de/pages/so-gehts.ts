import type { FixedPage } from './page.ts';

export const soGehts: FixedPage = {
	title: 'So funktioniert’s',
	lead: 'Vom ersten Satz bis zu dem, was daraus wird.',
	body: `
# Worum es geht

Das Land Nordrhein-Westfalen schreibt eine Strategie gegen Armut. Eine Strategie ist ein Plan für lange Zeit.
Daran schreiben drei Gruppen mit:

- **Betroffene:** Menschen, die Armut selbst erleben.
- **Einrichtungen:** Menschen aus Beratung, Verbänden und Kommunen.
- **Forschung:** Menschen, die Armut untersuchen.

# Lesen

Alle können alles lesen. Dafür müssen Sie sich nicht anmelden.

# Mitmachen mit einer Karte

Sie bekommen eine Karte mit einem Code. Karten gibt es bei Menschen, denen Sie vertrauen: zum Beispiel in einer Beratungsstelle, in einem Treffpunkt oder in einer Unterkunft.

- Sie brauchen keinen Namen, keine E-Mail-Adresse und keine Telefonnummer.
- Der Code geht auf jedem Gerät, auch auf einem fremden.
- Wir denken uns einen Namen für Sie aus. Unter diesem Namen erscheint, was Sie schreiben.
- Auf der Karte ist festgelegt, zu welcher Gruppe sie gehört. Die Gruppe steht bei Ihrem Beitrag.

[Mit Code anmelden](/anmelden)

# Einen Beitrag schreiben

Es gibt vier Arten von Beiträgen:

- **Erfahrung:** Das habe ich selbst erlebt.
- **Vorschlag:** Das soll sich ändern.
- **Praxisbeispiel:** Das gibt es schon und es hilft.
- **Beleg:** Das zeigen Zahlen oder Studien.

Schreiben Sie so, wie Sie sprechen. Rechtschreibung ist nicht wichtig. Sie können einen Entwurf speichern und später weiterschreiben.

# Wer prüft die Beiträge?

Menschen aus der Moderation lesen jeden Beitrag und jeden Kommentar. Erst danach ist er für alle zu sehen.
Wird etwas nicht veröffentlicht, erfahren Sie den Grund. Was die Moderation tut, steht im [Moderationsprotokoll](/moderation). Wonach sie entscheidet, steht in den [Regeln](/regeln).

# Aus Beiträgen wird die Strategie

Die Redaktion fasst Beiträge zu Punkten zusammen. Bei jedem Punkt steht, auf welchen Beiträgen er beruht. So sehen Sie, wo Ihr Beitrag geblieben ist.

Die Strategie erscheint in Fassungen. Eine veröffentlichte Fassung wird nicht mehr geändert. Bekommt ein Punkt später einen neuen Wortlaut, sehen Sie auch den alten.

# Abstimmen

Zu jedem Punkt können Sie sagen: Ich stimme zu, ich weiß nicht, ich stimme nicht zu. Solange die Phase läuft, können Sie Ihre Stimme ändern.
Das Ergebnis zeigt die drei Gruppen nebeneinander. So geht keine Gruppe in einer größeren unter. Stimmen von Organisationen und von einzelnen Menschen zählen wir nicht zusammen.

# Die Antwort

Jeder Beitrag bekommt eine Antwort:

- **Übernommen:** Die Strategie sagt das, was der Beitrag will.
- **Teilweise übernommen:** Ein Teil steht in der Strategie.
- **Mit anderen zusammengefasst:** Ein Punkt fasst ähnliche Beiträge zusammen.
- **Nicht übernommen:** Dann steht immer dabei, warum.
- **Andere sind zuständig:** Dann steht dabei, wer es ist.
- **Noch offen:** Das ist noch nicht entschieden.

Bei jeder Fassung steht, wie viele Beiträge noch keine Antwort haben.

# Und danach?

Aus der Strategie wird ein [Projektaufruf](/aufrufe). Das heißt: Das Land sucht Projekte und gibt Geld dafür. Bei jedem Kriterium steht, auf welchem Punkt der Strategie es beruht.
Außerdem berichtet das Ministerium dem Landtag. Diese [Berichte](/berichte) können alle lesen. Was wann geschehen ist, steht in der [Chronik](/chronik).
`
};
