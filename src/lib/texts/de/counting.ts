/** How figures come about: sections of `/wie-wir-rechnen`. Ids are addresses others link to: they never change. */
export const counting = {
	title: 'Wie wir rechnen',
	lead: 'Hier steht, was unsere Zahlen bedeuten. In einfachen Worten, und so genau, dass man nachrechnen kann.',
	contents: 'Auf dieser Seite',
	exactly: 'Ganz genau',
	sections: [
		{
			id: 'anteil',
			title: 'Der Anteil',
			body: `
Zu jedem Punkt gibt es drei Antworten: „Ich stimme zu“, „Ich weiß nicht“ und „Ich stimme nicht zu“. Alle drei zählen.

Wir teilen die Zustimmungen durch alle Antworten. Ein Beispiel: 40 Menschen antworten, 30 stimmen zu. Dann ist der Anteil 75 %.

„Ich weiß nicht“ ist eine richtige Antwort. Wer gar nicht geantwortet hat, zählt nicht mit. Antworten mehr als 40 % mit „Ich weiß nicht“, dann fragen wir: Ist der Punkt unklar geschrieben?`,
			exactly:
				'Anteil = Zustimmungen ÷ (Zustimmungen + Ablehnungen + „weiß nicht“), für jede Gruppe und jeden Wortlaut einzeln. Ändert jemand seine Stimme, zählt nur die letzte.'
		},
		{
			id: 'spanne',
			title: 'Die Spanne',
			body: `
Wenige Stimmen sagen weniger als viele. Darum zeigen wir zu jedem Anteil eine Spanne. In ihr liegt die Meinung der ganzen Gruppe sehr wahrscheinlich.

Ein Beispiel: 8 von 10 stimmen zu. Dann liegt der wahre Anteil zwischen 49 % und 94 %. Bei 40 von 50 liegt er zwischen 67 % und 89 %. Je mehr Stimmen, desto kürzer die Spanne.

Die Spanne hilft nur gegen Zufall. Alle Menschen, die etwas angeht, haben hier nicht abgestimmt.`,
			exactly:
				'Wilson-Intervall mit 95 %: (p + z²/2n ∓ z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), mit z = 1,96. Quelle: E. B. Wilson, Journal of the American Statistical Association 22 (1927).'
		},
		{
			id: 'ausgewogen',
			title: 'Der ausgewogene Wert',
			body: `
Aus manchen Gruppen kommen viele Stimmen, aus anderen wenige. Zählt man alle zusammen, gewinnt die größte Gruppe.

Darum rechnen wir anders. Zuerst nehmen wir den Anteil in jeder Gruppe. Dann bilden wir daraus die Mitte. So zählt jede Gruppe gleich viel.

Das geht nur, wenn jede Gruppe mindestens 10 Stimmen hat. Sonst steht dort, wo noch Stimmen fehlen.

Organisationen und Personen zählen wir nie zusammen.`,
			exactly:
				'Ausgewogener Wert = Summe der Anteile ÷ Zahl der Gruppen, wenn in jeder Gruppe n ≥ 10 ist. Sonst gibt es keinen.'
		},
		{
			id: 'geteilt',
			title: '„Geteilt“, „Tendenz“ und „offen“',
			body: `
- **Geteilt** heißt: In jeder Gruppe ist sicher mehr als die Hälfte derselben Meinung. „Sicher“ heißt: auch am unteren Ende der Spanne.
- **Tendenz** heißt: In jeder Gruppe sind mindestens 60 % derselben Meinung. Sicher ist das aber noch nicht.
- **Offen** heißt: In mindestens einer Gruppe fehlen noch Stimmen. Jede braucht mindestens 10.

So kann eine große Gruppe nie eine kleine verdecken. Lehnt eine Gruppe etwas ab, dann heißt es nicht „geteilt“.`,
			exactly:
				'Geteilt: Untergrenze der gezeigten Spanne (Wilson, 95 %, z = 1,96) über ½ in jeder Gruppe mit n ≥ 10. Tendenz: alle Anteile ≥ 0,6, aber nicht alle Untergrenzen über ½.'
		},
		{
			id: 'gruppen',
			title: '„Strittig“: Wo die Gruppen verschieden denken',
			body: `
Wer mitmacht, kann eine Gruppe nennen: Betroffene, soziale Praxis oder Forschung. Diese Gruppen vergleichen wir zuerst.

Kleine Unterschiede gibt es immer. „Strittig“ sagen wir nur, wenn zwei Dinge stimmen: Der Unterschied ist mindestens 20 Prozentpunkte groß. Und er ist größer, als der Zufall erklärt.`,
			exactly:
				'Exakter Test von Fisher für jedes Paar von Gruppen, Korrektur nach Benjamini und Hochberg (falsche Treffer unter 5 %), Unterschied ≥ 0,2.'
		},
		{
			id: 'meinungsgruppen',
			title: 'Meinungsgruppen',
			body: `
Manche Menschen antworten ähnlich, auch wenn sie aus verschiedenen Gruppen kommen. Ein Rechenverfahren sucht danach. Es kennt nur die Antworten, nicht die Menschen.

Ein solches Verfahren findet immer Gruppen, auch wenn es keine gibt. Darum prüfen wir das Ergebnis zweimal:

- Wir wählen mindestens 200-mal zufällig andere Teilnehmende aus. Kommen immer wieder fast dieselben Gruppen heraus?
- Wir mischen mindestens 100-mal alle Antworten. Sind die echten Gruppen klarer getrennt als 95 von 100 gemischten?

Es gibt drei Antworten:

- **Stabil:** Beides stimmt sicher. Nur dann zeigen wir Meinungsgruppen.
- **Grenzwertig:** Es ist nicht sicher, ob beides stimmt. Dann zeigen wir keine Gruppen.
- **Keine:** Eines von beidem stimmt nicht. Auch das ist ein Ergebnis.

Eine Gruppe mit weniger als 5 Menschen oder weniger als 3 % zeigen wir nie. So kleine Gruppen zählen auch beim Mischen nicht.

Sehr viele Stimmen brauchen sehr viel Zeit. Ab 500 000 Stimmen wählen wir mindestens 50-mal aus. Ab 2 Millionen wählen wir weniger Menschen aus, ab 1 Million mischen wir die Antworten von weniger Menschen.

**Kennzeichnend** ist ein Punkt, wenn eine Meinungsgruppe dazu anders antwortet als die anderen. Das beschreibt die Gruppe. Es beweist nichts.`,
			exactly:
				'Hauptkomponenten der Stimmen (1, 0, −1; fehlende im Mittel des Punktes), zwei Achsen, Lage × √(Punkte ÷ eigene Stimmen), k-means für 2 bis 5 Gruppen: 200 Anfänge, jeder bis zum Ende, dann Umzüge einzelner Menschen und 600 Stöße; in jeder Auswahl und jedem gemischten Versuch 50 Anfänge. Die Zahl der Gruppen ist die kleinste, deren Wert höchstens 0,05 unter dem besten liegt. Stabil: mittlerer angepasster Rand-Index minus zwei Standardfehler ≥ 0,75 und Silhouette mindestens zwei Standardfehler über dem 95. Perzentil der gemischten Versuche. Grenzwertig: eine Schwelle liegt innerhalb von zwei Standardfehlern. Gibt weniger als einer von 20 gemischten Versuchen eine Teilung, die gezeigt werden dürfte, dann ist die wirkliche klarer als der Zufall. Standardfehler: der von 200 Auswahlen und von 100 gemischten Versuchen. Liegt ein Wert nah an einer Grenze, dann rechnen wir mehr: bis zu 8000 Auswahlen und 1000 gemischte Versuche. Formeln nach Small u. a., Recerca 26(2), 2021. Die Zufallszahlen beginnen mit einem Wert, der aus den Stimmen selbst folgt: Dieselben Stimmen geben dasselbe Ergebnis, gleich wie Menschen und Punkte heißen und in welcher Reihenfolge sie kommen.'
		},
		{
			id: 'bruecken',
			title: 'Punkte, die verbinden',
			body: `
Ein Punkt verbindet, wenn ihm in **jeder** Gruppe sicher mehr als die Hälfte zustimmt. Wir suchen zu jedem Punkt die Gruppe mit der geringsten Zustimmung. Deren Anteil zählt, am unteren Ende der Spanne.

Die Punkte, bei denen dieser Wert am höchsten ist, stehen oben. Das gilt für die genannten Gruppen und für die Meinungsgruppen.`,
			exactly:
				'Rang nach dem Minimum der Untergrenzen der gezeigten Spannen (Wilson, 95 %, z = 1,96) über alle Gruppen, bei gleichem Wert nach dem Produkt aller (Zustimmungen + 1) ÷ (Stimmen + 2).'
		},
		{
			id: 'zusammenhang',
			title: 'Genannte Gruppen und Meinungsgruppen',
			body: `
Denken Menschen derselben Gruppe auch gleich? Das messen wir mit einer Zahl von 0 bis 1.

- **Kaum:** Die Meinung hängt fast nicht von der Gruppe ab.
- **Teilweise:** Es gibt einen Zusammenhang. Er ist nicht stark.
- **Stark:** Wer die Gruppe kennt, kann die Meinung oft erraten.`,
			exactly:
				'Cramérs V mit Korrektur nach Bergsma (2013). „Kaum“: V < 0,15 oder durch Zufall erklärbar (999 Vertauschungen, p ≥ 0,05). „Teilweise“: V < 0,4. Sonst „stark“.'
		},
		{
			id: 'karte',
			title: 'Das Bild der Meinungen',
			body: `
Auf dem Bild liegen Menschen nah beieinander, die ähnlich geantwortet haben. Oben und unten, links und rechts haben sonst keine Bedeutung.

Wir zeigen keine einzelnen Menschen. Ein Feld ist nur dann gefärbt, wenn dort mindestens 5 Menschen liegen. Machen weniger als 20 mit, gibt es kein Bild.`,
			exactly:
				'Raster von 2 × 2 bis 20 × 20 Feldern, je nach Zahl der Menschen, so fein, dass mindestens die Hälfte in gezeigten Feldern liegt; drei Stufen: ab 5, ab 10 und ab 20 Menschen. Umrisse: Ellipsen um die Mitte jeder Gruppe, in denen etwa 80 % von ihr liegen.'
		},
		{
			id: 'kleine-zahlen',
			title: 'Warum kleine Zahlen fehlen',
			body: `
Niemand soll aus einer Zahl lesen können, wie ein einzelner Mensch denkt. Darum schützen wir diese Zahlen:

- wie Menschen abgestimmt haben, auch mit der Hand in einem Treffen
- ob Menschen sich richtig verstanden fühlen
- wie viele Menschen ihre Karte benutzt haben
- wo Menschen wohnen
- wie viele Bögen Helferinnen ausgefüllt haben

Für sie gilt:

- Wir zeigen keine Zahl, hinter der weniger als 5 Menschen stehen. Eine Null zeigen wir.
- Könnte man eine solche Zahl ausrechnen, dann verstecken wir noch eine zweite.
- Sind in einer kleinen Gruppe fast alle einer Meinung, schreiben wir nur „mindestens 80 %“.
- Ergebnisse erneuern sich höchstens einmal in der Stunde. Das Meinungsbild erneuert sich höchstens einmal am Tag, mit den Stimmen bis zum Tag davor. So sieht niemand, wie eine einzelne Stimme etwas verändert.
- Wie viele Stimmen Helferinnen aufgeschrieben haben, zeigen wir erst ab 10. Wie diese Stimmen ausgefallen sind, zeigen wir nicht.
- Im Meinungsbild sagen wir von jeder Meinungsgruppe nur, was diese Regeln erlauben. Dort nehmen wir 10 statt 5.
- Wir zeichnen das Meinungsbild erst neu, wenn mindestens 5 Menschen neu abgestimmt haben.

Anderes zählen wir offen, auch wenn es wenig ist:

- Beiträge, Kommentare und Vorschläge für einen anderen Wortlaut. Jeder Text steht hier ohnehin, mit Gruppe, Sprache und Tag. Wer will, kann selbst nachzählen.
- Antworten auf Beiträge
- wie viele Menschen einen Beitrag unterstützen. Das ist eine einzige Zahl, ohne Gruppe. Wer das ist, sieht niemand.
- wie viele Menschen in einem Treffen waren
- was die Moderation getan hat`,
			exactly:
				'k = 5 für einzelne Merkmale, k = 10, wo sich zwei kreuzen. Anteile einer Meinungsgruppe folgen nur aus Zahlen, die diese Regeln zeigen dürfen; sonst stehen dort Spannen oder nichts.'
		},
		{
			id: 'nachrechnen',
			title: 'Nachrechnen',
			body: `
Jedes Meinungsbild bleibt stehen, wie es veröffentlicht wurde. Zu jedem gibt es eine Datei mit allen Zahlen. Darin steht auch, mit welchem Verfahren gerechnet wurde.

- [Das neueste Meinungsbild](/meinungsbild) und [alle Meinungsbilder als Tabelle](/daten/meinungsbilder)
- [Der Rechenweg als Programm (Text)](/wie-wir-rechnen/rechenweg.txt). Genau so rechnet diese Website.

Das Programm dieser Website ist frei. Wer will, kann es mit eigenen Daten ausprobieren. Die einzelnen Stimmen geben wir nicht heraus: Aus vielen Antworten könnte man einen Menschen wiedererkennen.`,
			exactly:
				'Die Datei nennt Verfahren, Startwert des Zufalls und eine Prüfsumme (SHA-256) der Stimmen, aus denen gerechnet wurde.'
		}
	]
} as const;
