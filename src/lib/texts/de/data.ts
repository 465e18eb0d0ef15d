/** Open data. */
export const data = {
	title: 'Offene Daten',
	lead: 'Alles, was hier öffentlich ist, gibt es auch als Tabelle. Sie dürfen die Tabellen nutzen, weitergeben und selbst nachrechnen.',
	packageTitle: 'Beteiligung zur Strategie gegen Armut: offene Daten von {site}',
	edition: 'Ausgabe {number} vom {day}',
	daily:
		'Einmal am Tag entsteht eine neue Ausgabe, wenn sich etwas geändert hat. Eine Ausgabe ändert sich nie. Nur wenn jemand einen Text zurückzieht oder wir etwas schwärzen: Dann nehmen wir diese Zeilen aus allen Ausgaben heraus. Die Prüfsumme ist danach eine andere, und wir schreiben es dazu.',
	emptyTitle: 'Noch gibt es keine Ausgabe',
	empty: 'Die erste Ausgabe entsteht in der nächsten Nacht. Lesen können Sie alles schon jetzt auf den Seiten.',
	tables: 'Die Tabellen',
	rows: { none: 'Keine Zeilen', one: '1 Zeile', many: '{count} Zeilen' },
	csv: 'Tabelle (CSV, {size})',
	json: 'Daten (JSON, {size})',
	fileOf: '{file} der Tabelle {set}',
	columnsOf: 'Was in den Spalten steht',
	column: 'Spalte',
	meaning: 'Bedeutung',
	filled: 'Immer ausgefüllt',
	type: 'Art',
	types: { integer: 'ganze Zahl', string: 'Text', date: 'Tag', uri: 'Adresse', boolean: 'true oder false' },
	code: 'Kürzel',
	labelOf: 'Dasselbe in Worten: {column}. Die Worte können sich ändern, die Kürzel nicht.',
	codesHeading: 'Was die Kürzel bedeuten',
	codeColumn: 'Kürzel',
	codeWords: 'In Worten',
	removed: {
		none: '',
		one: '1 Zeile ist seitdem herausgenommen.',
		many: '{count} Zeilen sind seitdem herausgenommen.'
	},
	changedOn: 'Zuletzt haben wir am {day} Zeilen herausgenommen, weil ihre Texte nicht mehr öffentlich sind.',
	digest: 'Prüfsumme (SHA-256)',
	check:
		'Selbst nachprüfen: Laden Sie eine Datei herunter. Berechnen Sie ihre Prüfsumme mit SHA-256. Das geht zum Beispiel mit dem Befehl',
	checkCommand: 'sha256sum {set}.csv',
	checkSame: 'auf einem Computer mit Linux. Sie muss gleich sein.',
	file: 'Datei',
	size: 'Größe',
	size_kb: '{count} kB',
	licenceHeading: 'Was Sie damit tun dürfen',
	licence: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
	licenceAbout: 'Sie dürfen die Daten frei nutzen. Nennen Sie dabei diese Website als Quelle.',
	importedNote:
		'Manche Beiträge stammen aus anderen Verfahren. Dann steht ihre Herkunft in der Spalte »herkunft«, und dort steht auch die Lizenz.',
	safeHeading: 'Was nicht darin steht',
	safe: 'Keine Namen von Personen, keine Uhrzeiten, keine einzelnen Stimmen. Ergebnisse mit weniger als fünf Stimmen halten wir zurück, genau wie auf den Seiten. Texte und Unterstützungen zählen wir offen. Beginnt ein Text mit einem Rechenzeichen, steht in der CSV-Datei ein Apostroph davor. So rechnet kein Programm damit.',
	programsHeading: 'Für Programme',
	programs: 'Alles Nötige für Programme und Datenportale:',
	apiLink: 'Beschreibung der Schnittstelle (OpenAPI)',
	packageLink: 'Alle Spalten für Programme (Frictionless Data Package)',
	catalogueLink: 'Eintrag für Datenportale (DCAT-AP.de)',
	apiAbout: 'Lesen ohne Anmeldung. Die Zeilen sind die der neuesten Ausgabe der offenen Daten.',
	etagAbout: 'Ändert sich nur mit einer neuen Ausgabe.',
	pageAbout: 'Seite, von 1 an gezählt, mit je bis zu {rows} Zeilen.',
	unchanged: 'Unverändert seit der letzten Frage.',
	apiRoot: 'Was es gibt, und wo',
	apiTables: 'Jede Tabelle der offenen Daten, Seite für Seite.',
	linkAbout: 'Adresse der nächsten Seite (rel="next"); fehlt auf der letzten Seite.',
	retryAbout: 'Nach so vielen Sekunden noch einmal fragen.',
	parametersAbout: 'Welche Angaben in der Adresse nicht stimmen.',
	/** For programs, and for whoever reads what they were told. */
	problems: {
		400: 'In der Adresse steht eine Angabe, die hier nicht geht.',
		404: 'Das gibt es hier nicht, oder es gibt noch keine Ausgabe.',
		405: 'Hier kann man nur lesen (GET und HEAD).',
		406: 'Hier gibt es nur JSON (application/json).',
		410: 'Das geben wir nicht mehr heraus.',
		413: 'Das ist zu viel auf einmal.',
		500: 'Bei uns ist ein Fehler passiert.',
		503: 'Das geht gerade nicht. Bitte fragen Sie gleich noch einmal.'
	},
	parameterUnknown: 'Diese Angabe gibt es hier nicht. Es gibt: {known}.',
	parameterNone: 'keine',
	parameterTwice: 'Diese Angabe steht mehrmals in der Adresse.',
	parameterPage: 'Die Seite ist eine ganze Zahl, von 1 an.',
	/** What portals of open data want to know of an operator. */
	portal: {
		contributor: 'http://dcat-ap.de/def/contributors/openNRW',
		geocodingLevel: 'http://dcat-ap.de/def/politicalGeocoding/Level/state',
		geocoding: 'http://dcat-ap.de/def/politicalGeocoding/stateKey/05',
		attribution: '{site} ({origin})'
	},
	newestFile: '{name}, immer die neueste Ausgabe',
	editionFile: '{name}, Ausgabe {number}',
	editionAbout: 'Nummer der Ausgabe.',
	nextAbout: 'Adresse der nächsten Seite. Auf der letzten Seite: null.',
	yes: 'ja',
	no: 'nein',
	/** What happens, in the chronicle. */
	events: {
		'phase.began': 'Eine Phase beginnt',
		'ballots.sealed': 'Eine Abstimmung ist abgeschlossen',
		'consultation.closed': 'Das Verfahren ist beendet',
		'version.published': 'Fassung veröffentlicht',
		'answers.published': 'Antworten veröffentlicht',
		'landscape.published': 'Meinungsbild veröffentlicht',
		'call.published': 'Projektaufruf veröffentlicht',
		'report.published': 'Bericht veröffentlicht',
		'promise.reported': 'Über einen Punkt berichtet',
		'proposal.published': 'Beiträge veröffentlicht'
	},
	about: { proposal: 'Beitrag', point: 'Strategiepunkt', amendment: 'Änderungsvorschlag' },
	standing: { person: 'Personen', organisation: 'Organisationen' },
	choices: { agree: 'Zustimmung', pass: 'Weiß nicht', disagree: 'Ablehnung' },
	documents: { version: 'Fassung', landscape: 'Meinungsbild', report: 'Bericht' },
	/** Who is named where open data names nobody. */
	somebody: 'Jemand',
	restore: {
		file: 'Die Datei {file} fehlt oder ist keine Tabelle offener Daten.',
		row: '{file}, Zeile {row}: In der Spalte »{column}« steht etwas anderes als erwartet.',
		word: '{file}, Zeile {row}: »{word}« ist hier kein bekanntes Wort.',
		reference: '{file}, Zeile {row}: verweist auf etwas, das in den anderen Tabellen fehlt ({name}).',
		sealed: '{file}, Zeile {row}: Der Text passt nicht zu seiner Prüfsumme.',
		notEmpty: 'Hier gibt es schon ein Beteiligungsverfahren. Offene Daten kommen nur in eine leere Installation.'
	},
	/** Who takes part, line by line. */
	lines: {
		people: 'Menschen nach Gruppe',
		districts: 'Menschen nach Kreis oder Stadt',
		contributions: 'Beiträge nach Gruppe',
		comments: 'Kommentare nach Gruppe',
		languages: 'Beiträge nach Sprache',
		channels: 'Beiträge nach Weg',
		kinds: 'Beiträge nach Art',
		months: 'Beiträge nach Monat',
		sheets: 'Aufgeschriebene Stimmzettel nach Weg'
	},
	sets: {
		verfahren: {
			title: 'Beteiligungsverfahren',
			about: 'Worum es geht, und welche Fragen gestellt sind.',
			columns: {
				kurzname: 'Kurzname in Adressen und in den anderen Tabellen',
				kennung: 'Kennung, wie sie in den besiegelten Texten steht',
				stelle: 'Stelle in der Reihenfolge',
				titel: 'Titel',
				einleitung: 'Einleitung',
				fragen: 'Fragen, jede in einer Zeile'
			}
		},
		handlungsfelder: {
			title: 'Handlungsfelder',
			about: 'Die Themen, nach denen Beiträge und Punkte geordnet sind.',
			columns: {
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				stelle: 'Stelle in der Reihenfolge',
				kurzname: 'Kurzname in Adressen',
				titel: 'Titel',
				einleitung: 'Einleitung'
			}
		},
		phasen: {
			title: 'Phasen',
			about: 'Wann was begonnen und geendet hat.',
			columns: {
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				art: 'Art der Phase',
				beginnt: 'Beginn (ISO 8601, Weltzeit)',
				endet: 'Ende (ISO 8601, Weltzeit)'
			}
		},
		dokumente: {
			title: 'Besiegelte Texte',
			about:
				'Fassungen, Meinungsbilder und Berichte, Zeichen für Zeichen so, wie sie veröffentlicht sind. Daraus lässt sich jede Prüfsumme nachrechnen.',
			columns: {
				art: 'Fassung, Meinungsbild oder Bericht',
				nummer: 'Nummer',
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				veroeffentlicht: 'Tag der Veröffentlichung',
				pruefsumme: 'SHA-256 des Textes',
				text: 'Der Text (JSON)'
			}
		},
		beitraege: {
			title: 'Beiträge',
			about: 'Alle veröffentlichten Beiträge, und was aus ihnen geworden ist.',
			columns: {
				nummer: 'Nummer des Beitrags',
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				art: 'Erfahrung, Vorschlag, Praxisbeispiel oder Beleg',
				handlungsfeld: 'Handlungsfeld, mit seinem Kurznamen',
				handlungsfeld_label: 'Titel des Handlungsfelds',
				titel: 'Überschrift',
				text: 'Wortlaut, wie er veröffentlicht ist',
				beleg: 'Quelle, die der Beitrag nennt',
				sprache: 'Sprache, in der Überschrift und Wortlaut stehen',
				deutsch_titel: 'Überschrift auf Deutsch, vom Moderationsteam; leer: keine Zusammenfassung',
				deutsch_text: 'Zusammenfassung auf Deutsch, vom Moderationsteam',
				deutsch_am: 'Tag der Zusammenfassung',
				gruppe: 'Gruppe beim Absenden',
				organisation: 'Name der Organisation; leer bei Personen',
				veroeffentlicht: 'Tag der Veröffentlichung',
				geschwaerzt: 'true: Stellen mit Angaben über Personen sind unkenntlich',
				unterstuetzungen: 'Wie viele den Beitrag unterstützen',
				kommentare: 'Wie viele Kommentare öffentlich sind',
				verbleib: 'Was aus dem Beitrag geworden ist; leer: noch keine Antwort',
				begruendung: 'Begründung der Antwort',
				zustaendig: 'Wer sonst zuständig ist',
				antwort_mit_fassung: 'Nummer der Fassung, mit der die Antwort kam',
				herkunft: 'Adresse im früheren Verfahren, aus dem der Beitrag stammt',
				adresse: 'Adresse des Beitrags'
			}
		},
		kommentare: {
			title: 'Kommentare',
			about: 'Alle veröffentlichten Kommentare zu Beiträgen, Strategiepunkten und Änderungsvorschlägen.',
			columns: {
				zeile: 'Zeile in dieser Ausgabe; in einer anderen kann sie eine andere sein',
				zu_art: 'Wozu: Beitrag, Strategiepunkt oder Änderungsvorschlag',
				zu_nummer: 'Nummer davon',
				zu_fassung: 'Bei Strategiepunkten: erste Fassung mit dem Wortlaut, zu dem der Kommentar geschrieben ist',
				antwort: 'true: antwortet auf einen anderen Kommentar',
				antwort_auf: 'Zeile des anderen Kommentars; leer, wenn er nicht mehr öffentlich ist',
				haltung: 'Dafür, Dagegen, Frage oder Hinweis',
				text: 'Wortlaut',
				gruppe: 'Gruppe beim Absenden',
				organisation: 'Name der Organisation; leer bei Personen',
				geschrieben: 'Tag, an dem der Kommentar geschrieben ist',
				veroeffentlicht: 'Tag der Veröffentlichung'
			}
		},
		aenderungen: {
			title: 'Änderungsvorschläge',
			about:
				'Alle veröffentlichten Vorschläge, einen Strategiepunkt anders zu schreiben, und was aus ihnen geworden ist.',
			columns: {
				nummer: 'Nummer des Änderungsvorschlags',
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				punkt: 'Nummer des Strategiepunkts',
				fassung: 'Erste Fassung mit dem Wortlaut, für den der Vorschlag gemacht ist',
				titel: 'Vorgeschlagene Überschrift',
				text: 'Vorgeschlagener Wortlaut (Markdown)',
				grund: 'Warum der Punkt anders heißen soll',
				gruppe: 'Gruppe beim Absenden',
				organisation: 'Name der Organisation; leer bei Personen',
				geschrieben: 'Tag, an dem der Vorschlag geschrieben ist',
				veroeffentlicht: 'Tag der Veröffentlichung',
				geschwaerzt: 'true: Stellen mit Angaben über Personen sind unkenntlich',
				unterstuetzungen: 'Wie viele dasselbe wollen',
				ergebnis: 'Was die Redaktion daraus gemacht hat; leer: noch offen',
				begruendung: 'Begründung dafür',
				ergebnis_fassung: 'Nummer der Fassung, mit der das Ergebnis kam',
				adresse: 'Adresse des Änderungsvorschlags'
			}
		},
		treffen: {
			title: 'Treffen',
			about: 'Alle Treffen, deren Mitschrift veröffentlicht ist.',
			columns: {
				nummer: 'Nummer des Treffens',
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				bezeichnung: 'Wie das Treffen heißt',
				gehalten: 'Tag des Treffens',
				gruppe: 'Wer vor allem da war',
				personen: 'Wie viele da waren',
				protokoll: 'Was dort aufgeschrieben wurde',
				veroeffentlicht: 'Tag der Veröffentlichung',
				adresse: 'Adresse des Treffens'
			}
		},
		handzeichen: {
			title: 'Handzeichen bei Treffen',
			about:
				'Wie viele bei einem Treffen zu einem Punkt die Hand gehoben haben. Diese Zahlen zählen wir nie zu den Stimmen dazu.',
			columns: {
				treffen: 'Nummer des Treffens',
				punkt: 'Nummer des Strategiepunkts',
				fassung: 'Erste Fassung mit dem Wortlaut, um den es ging',
				zustimmung: 'Zustimmung; leer: zurückgehalten',
				weiss_nicht: 'Weiß nicht; leer: zurückgehalten',
				ablehnung: 'Ablehnung; leer: zurückgehalten',
				mindestens_prozent: 'Wenn Zahlen zurückgehalten sind: So viel Prozent sind es mindestens',
				mindestens_wahl: 'Wofür dieser Anteil ist',
				zurueckgehalten: 'true: Zahlen fehlen, weil sie zu klein sind'
			}
		},
		umsetzung: {
			title: 'Umsetzung',
			about: 'Alles, was über den Stand der Punkte berichtet wurde. Das Älteste steht oben.',
			columns: {
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				punkt: 'Nummer des Strategiepunkts',
				stand: 'Wie weit der Punkt ist',
				zustaendig: 'Wer zuständig ist',
				wieder_am: 'Tag, an dem jemand wieder nachsieht; leer: Es ist nichts mehr zu tun',
				text: 'Was geschehen ist',
				gemeldet: 'Tag des Berichts',
				adresse: 'Adresse des Punkts'
			}
		},
		aufrufe: {
			title: 'Projektaufrufe',
			about: 'Alle veröffentlichten Projektaufrufe.',
			columns: {
				nummer: 'Nummer des Aufrufs',
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				fassung: 'Nummer der Fassung, auf der er beruht',
				titel: 'Titel',
				einleitung: 'Einleitung (Markdown)',
				frist: 'Letzter Tag für Anträge; leer: keine Frist',
				veroeffentlicht: 'Tag der Veröffentlichung',
				adresse: 'Adresse des Aufrufs'
			}
		},
		aufrufteile: {
			title: 'Bausteine und Kriterien der Projektaufrufe',
			about: 'Was gefördert wird, und wonach Projekte ausgewählt werden.',
			columns: {
				aufruf: 'Nummer des Aufrufs',
				art: 'Baustein oder Kriterium',
				stelle: 'Stelle unter den Bausteinen oder Kriterien des Aufrufs',
				titel: 'Überschrift',
				text: 'Wortlaut (Markdown)'
			}
		},
		aufrufpunkte: {
			title: 'Punkte hinter den Projektaufrufen',
			about: 'Auf welchen Strategiepunkten jeder Baustein und jedes Kriterium beruht.',
			columns: {
				aufruf: 'Nummer des Aufrufs',
				art: 'Baustein oder Kriterium',
				stelle: 'Stelle unter den Bausteinen oder Kriterien des Aufrufs',
				punkt: 'Nummer des Strategiepunkts'
			}
		},
		chronik: {
			title: 'Chronik',
			about: 'Was der Reihe nach geschehen ist. Beiträge sind nach Tagen gezählt.',
			columns: {
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				tag: 'Tag',
				ereignis: 'Was geschehen ist',
				nummer: 'Nummer dessen, worum es geht',
				titel: 'Titel dessen, worum es geht',
				phase: 'Bei Phasen und Abstimmungen: welche Phase',
				stand: 'Bei Berichten über einen Punkt: wie weit er ist',
				fassung: 'Bei Antworten: Nummer der Fassung',
				zahl: 'Wie viele Beiträge oder Antworten',
				text: 'Der Satz, wie er in der Chronik steht',
				adresse: 'Adresse dazu'
			}
		},
		moderation: {
			title: 'Entscheidungen der Moderation',
			about:
				'Jede Entscheidung gegen einen Text, mit Tag und Grund. Nicht darin steht, welcher Text es war, von wem er ist und wer entschieden hat.',
			columns: {
				tag: 'Tag der Entscheidung',
				art: 'Beitrag, Kommentar oder Änderungsvorschlag',
				entscheidung: 'Was entschieden ist',
				grund: 'Grund; leer: Es braucht keinen'
			}
		},
		moderationsmonate: {
			title: 'Moderation nach Monaten',
			about: 'Wie oft in jedem Monat was entschieden wurde, auch: wie viele Texte veröffentlicht wurden.',
			columns: {
				monat: 'Monat (Jahr und Monat)',
				entscheidung: 'Was entschieden ist',
				grund: 'Grund; leer: Es braucht keinen',
				anzahl: 'Wie oft'
			}
		},
		fassungen: {
			title: 'Fassungen',
			about: 'Alle veröffentlichten Fassungen der Strategie mit ihren Zahlen vom Tag der Veröffentlichung.',
			columns: {
				nummer: 'Nummer der Fassung',
				titel: 'Titel',
				art: 'Entwurf zur Beratung oder endgültige Fassung',
				veroeffentlicht: 'Tag der Veröffentlichung',
				punkte: 'Anzahl der Punkte',
				beitraege: 'Beiträge, die zu beantworten waren',
				beantwortet: 'davon beantwortet',
				offen: 'davon noch ohne Antwort',
				pruefsumme: 'SHA-256 der ganzen Fassung, mit der davor verkettet',
				adresse: 'Adresse der Fassung'
			}
		},
		punkte: {
			title: 'Strategiepunkte',
			about: 'Jeder Punkt in jeder Fassung mit seinem Wortlaut.',
			columns: {
				punkt: 'Nummer des Punkts, in allen Fassungen dieselbe',
				fassung: 'Nummer der Fassung',
				position: 'Stelle in der Fassung',
				handlungsfeld: 'Handlungsfeld, mit seinem Kurznamen; leer: Es heißt heute anders',
				handlungsfeld_label: 'Titel des Handlungsfelds, wie er in der Fassung steht',
				titel: 'Überschrift',
				text: 'Wortlaut (Markdown)',
				anmerkung: 'Anmerkung der Redaktion',
				adresse: 'Adresse des Punkts in der Fassung'
			}
		},
		quellen: {
			title: 'Quellen der Punkte',
			about: 'Welche Beiträge hinter welchem Punkt stehen, und wie.',
			columns: {
				fassung: 'Nummer der Fassung',
				punkt: 'Nummer des Punkts',
				beitrag: 'Nummer des Beitrags',
				verhaeltnis: 'Wie der Beitrag zum Punkt steht',
				anmerkung: 'Anmerkung dazu'
			}
		},
		ergebnisse: {
			title: 'Ergebnisse der Abstimmungen',
			about:
				'Wie die Gruppen über die Punkte abgestimmt haben. Gruppen, Personen und Organisationen werden nie zusammengezählt.',
			columns: {
				punkt: 'Nummer des Punkts',
				fassungen: 'Fassungen, in denen dieser Wortlaut steht',
				phase: 'Phase der Abstimmung',
				gruppe: 'Gruppe bei der Abstimmung',
				wer: 'Personen oder Organisationen',
				stimmen: 'Anzahl der Stimmen; leer: eine bis vier',
				zustimmung: 'Zustimmung; leer: zurückgehalten',
				weiss_nicht: 'Weiß nicht; leer: zurückgehalten',
				ablehnung: 'Ablehnung; leer: zurückgehalten',
				mindestens_prozent: 'Wenn Zahlen zurückgehalten sind: So viel Prozent sind es mindestens',
				mindestens_wahl: 'Wofür dieser Anteil ist',
				aufgeschrieben: 'Wie viele dieser Stimmen eine Helferin aufgeschrieben hat; leer: keine, oder zurückgehalten',
				zurueckgehalten: 'true: Zahlen fehlen, weil sie zu klein sind',
				stand: 'Tag, an dem diese Zahlen veröffentlicht wurden'
			}
		},
		positionen: {
			title: 'So stimmen Organisationen',
			about:
				'Organisationen stimmen offen ab, mit Namen, jede einmal. Sie sind in keiner Gruppe und in keiner Zahl der Ergebnisse.',
			columns: {
				punkt: 'Nummer des Punkts',
				fassungen: 'Fassungen, in denen dieser Wortlaut steht',
				phase: 'Phase der Abstimmung',
				organisation: 'Name der Organisation',
				wahl: 'Wie sie abgestimmt hat',
				seit: 'Tag, an dem sie das zuletzt gesagt hat'
			}
		},
		beteiligung: {
			title: 'Wer mitmacht',
			about:
				'Wie viele Menschen, Beiträge und Kommentare, nach Gruppe, Kreis oder Stadt, Sprache, Weg, Art und Monat. Keine zwei Merkmale zusammen. Von Menschen stehen Zahlen von 1 bis 4 nirgends. Texte sind offen gezählt.',
			columns: {
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				merkmal: 'Was gezählt ist, und wonach',
				auspraegung: 'Wer oder was, als Kürzel, amtlicher Schlüssel oder Monat',
				auspraegung_label: 'Dasselbe in Worten: auspraegung',
				zahl: 'Wie viele; leer: zurückgehalten',
				zusammen: 'Wie viele bei diesem Merkmal zusammen; leer: weniger als 5',
				mindestens_prozent: 'Wenn die größte Zahl zurückgehalten ist: ihr Anteil in Prozent, mindestens',
				zurueckgehalten: 'true: damit man niemanden erkennt',
				stand: 'Tag, von dem die Zahl ist'
			}
		},
		meinungsbilder: {
			title: 'Meinungsbilder',
			about: 'Alle veröffentlichten Meinungsbilder. Was ein Bild sagt, steht in seiner eigenen Datei.',
			columns: {
				nummer: 'Nummer des Meinungsbilds',
				verfahren: 'Kurzname des Beteiligungsverfahrens',
				veroeffentlicht: 'Tag der Veröffentlichung',
				teilnehmende: 'So viele Menschen sind es mindestens',
				punkte: 'Anzahl der Punkte',
				meinungsgruppen: 'Anzahl der Meinungsgruppen; 0: Es gibt keine stabilen Gruppen',
				befund: 'Ob es Meinungsgruppen gibt',
				grund: 'Warum nicht sicher; leer: stabil, oder nicht aufgeschrieben',
				stabilitaet:
					'Wie ähnlich die Gruppen bei anderen Teilnehmenden wären, in Hundertsteln; gezeigt wird, was sicher über 75 liegt; leer: nicht berechnet',
				trennung: 'Wie deutlich sich die Gruppen trennen (Silhouette), in Hundertsteln; leer: nicht berechnet',
				trennung_durch_zufall:
					'So deutlich trennt der Zufall allein Gruppen, in Hundertsteln: 95 von 100 Versuchen bleiben darunter; leer: nicht berechnet',
				rechenweg: 'Name und Nummer des Rechenwegs',
				startwert: 'Startwert für den Zufall: Mit demselben Wert kommt dasselbe Bild heraus',
				eingabe: 'SHA-256 der Stimmen, aus denen gerechnet wurde',
				pruefsumme: 'SHA-256 der Datei',
				adresse: 'Adresse der Datei'
			}
		},
		berichte: {
			title: 'Berichte',
			about: 'Die Berichte an den Ausschuss. Alle Zahlen eines Berichts stehen bei ihm selbst als Datei.',
			columns: {
				nummer: 'Nummer des Berichts',
				titel: 'Titel',
				veroeffentlicht: 'Tag der Veröffentlichung',
				fassung: 'Nummer der neuesten Fassung an diesem Tag',
				pruefsumme: 'SHA-256 des ganzen Berichts',
				adresse: 'Adresse des Berichts'
			}
		}
	}
};
