/** What the archive says of itself: pages that need no server, for whoever finds them in twenty years. */
export const archive = {
	name: 'Archiv',
	/** At the top of every page. */
	note: 'Das ist ein Archiv vom {day}. Hier kann niemand mehr schreiben.',
	more: 'Über dieses Archiv',
	/** In place of a form: what cannot be sent any more, and what was searched or chosen with. */
	instead: {
		post: 'Im Archiv kann man nichts mehr abschicken.',
		get: 'Im Archiv kann man nicht suchen und nicht auswählen.',
		contents: 'Alle Seiten in einem Verzeichnis'
	},
	about: {
		title: 'Über dieses Archiv',
		lead: 'Diese Seiten sind eine Kopie vom {day}.',
		closed: 'Das Verfahren ist seit dem {since} beendet. Niemand kann mehr schreiben, abstimmen oder etwas ändern.',
		open: 'Als diese Kopie entstand, lief das Verfahren noch. Was danach geschah, steht hier nicht.',
		gone: 'Was hier nicht geht',
		goneList: [
			'Sich anmelden oder mit einer Karte mitmachen.',
			'Texte schreiben, abstimmen oder etwas melden.',
			'Suchen. Dafür gibt es ein Verzeichnis aller Seiten.'
		],
		rights:
			'Sie wollen, dass ein Text von Ihnen nicht mehr hier steht? Oder Sie können eine Seite nicht lesen? Dann schreiben Sie bitte der Stelle im Impressum.',
		imprint: 'Impressum',
		proof: 'So prüfen Sie dieses Archiv',
		proofText:
			'Die Datei mit den Prüfsummen nennt zu jeder Datei ihre Prüfsumme (SHA-256). Auf vielen Computern geht das mit diesem Befehl, im obersten Ordner des Archivs:',
		sums: 'Prüfsummen aller Dateien',
		addresses:
			'In Tabellen, Feeds und PDF-Dateien stehen noch die Adressen der früheren Website {origin}. Diese Dateien sind nicht verändert, damit ihre Prüfsummen stimmen.'
	},
	contents: {
		title: 'Verzeichnis aller Seiten',
		lead: 'Hier steht jede Seite des Archivs.',
		pages: 'Weitere Teile des Verzeichnisses',
		part: 'Teil {number}',
		single: 'Einzelne Seiten'
	}
} as const;
