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

Oben auf jeder Seite ist das Menü. Auf dem Handy drücken Sie auf **Mehr**. Dann sehen Sie alles:

- [Beiträge](/beitraege): Hier steht, was andere Menschen geschrieben haben.
- [Strategie](/strategie): Hier steht der Plan.
- [Ergebnisse](/ergebnisse): Hier steht, wie die Menschen abgestimmt haben.
- [Meinungsbild](/meinungsbild): Hier steht, wo Menschen gleich denken und wo nicht.
- [Projektaufruf](/aufrufe): Hier steht, wofür das Land Geld gibt.
- [Berichte](/berichte): Hier steht, was das Ministerium dem Landtag sagt.
- [Chronik](/chronik): Hier steht, was wann passiert ist.

Ganz unten auf jeder Seite sind noch mehr Wörter. Dort finden Sie zum Beispiel **Hilfe und Kontakt**.

# Wie kann ich mitmachen?

Lesen können Sie alles. Dafür brauchen Sie nichts.

Zum Schreiben und Abstimmen brauchen Sie eine Karte.

Auf der Karte steht ein Code. Ein Code ist ein geheimes Wort aus Buchstaben und Zahlen.

Die Karte bekommen Sie zum Beispiel in einer Beratungs-Stelle. Oder in einem Treff-Punkt.

Die Karte kostet nichts.

**Sie müssen Ihren Namen nicht sagen.**

So geht es:

1. Drücken Sie oben auf [Mit Code anmelden](/anmelden).
2. Schreiben Sie den Code von der Karte ab.
3. Drücken Sie auf **Anmelden**.
4. Jetzt können Sie [schreiben](/beitragen) und [abstimmen](/abstimmen).
5. Am Ende drücken Sie auf **Fertig – abmelden**.

# Was passiert mit meinem Text?

Menschen aus dem Team lesen Ihren Text.

Danach können alle Ihren Text lesen.

Ihr Name steht nicht dabei. Dort steht ein ausgedachter Name.

Später bekommen Sie eine Antwort. Die Antwort steht bei Ihrem Text.

# Erfährt das Amt davon?

Das Job-Center bekommt von uns nichts.

Die Ausländer-Behörde bekommt von uns nichts.

Die Polizei bekommt von uns nichts.

Mehr steht hier: [Datenschutz](/leicht/datenschutz).

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
