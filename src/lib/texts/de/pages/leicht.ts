import type { FixedPage } from './page.ts';

export const leicht: FixedPage = {
	title: 'Das Wichtigste in Einfacher Sprache',
	lead: 'Was Sie auf dieser Website finden und wie Sie mitmachen.',
	body: `
> Dieser Text ist in Einfacher Sprache. Eine Prüf-Gruppe hat ihn noch nicht geprüft. Darum nennen wir ihn noch nicht Leichte Sprache.

# Worum geht es hier?

Viele Menschen in Nordrhein-Westfalen haben zu wenig Geld.

Manche haben keine Wohnung.

Das Land will das ändern.

Dafür schreibt das Land einen Plan. Der Plan heißt: Strategie gegen Armut.

**Sie können mit-schreiben.**

# Was steht auf dieser Website?

Oben auf jeder Seite ist das Menü. Das Menü hat diese Wörter:

- **Start:** Hier beginnt die Website.
- **Beiträge:** Hier steht, was andere Menschen geschrieben haben.
- **Strategie:** Hier steht der Plan.
- **Projektaufruf:** Hier steht, wofür das Land Geld gibt.
- **Berichte:** Hier steht, was das Ministerium dem Landtag sagt.
- **Chronik:** Hier steht, was wann passiert ist.

Ganz unten auf jeder Seite sind noch mehr Wörter. Dort finden Sie zum Beispiel **Hilfe und Kontakt**.

# Wie kann ich mitmachen?

Lesen können Sie alles. Dafür brauchen Sie nichts.

Zum Schreiben brauchen Sie eine Karte.

Auf der Karte steht ein Code. Ein Code ist ein geheimes Wort aus Buchstaben und Zahlen.

Die Karte bekommen Sie zum Beispiel in einer Beratungs-Stelle. Oder in einem Treff-Punkt.

Die Karte kostet nichts.

**Sie müssen Ihren Namen nicht sagen.**

So geht es:

1. Drücken Sie oben auf **Mit Code anmelden**.
2. Schreiben Sie den Code von der Karte ab.
3. Drücken Sie auf **Anmelden**.
4. Jetzt können Sie schreiben.
5. Am Ende drücken Sie auf **Fertig – abmelden**.

# Was passiert mit meinem Text?

Menschen aus dem Team lesen Ihren Text.

Danach können alle Ihren Text lesen.

Ihr Name steht nicht dabei. Dort steht ein ausgedachter Name.

Später bekommen Sie eine Antwort. Die Antwort steht bei Ihrem Text.

# Wo bekomme ich Hilfe?

Hilfe finden Sie hier: [Hilfe und Kontakt](/hilfe).

Sie dürfen sich beim Lesen und Schreiben helfen lassen.

# Mehr lesen

- [So funktioniert’s](/so-gehts)
- [Regeln](/leicht/regeln)
- [Datenschutz](/leicht/datenschutz)
- [Barrierefreiheit](/leicht/barrierefreiheit)
- [Gebärdensprache](/gebaerdensprache)
`
};
