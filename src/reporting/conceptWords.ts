/**
 * Words for what news is about, in eight languages, so that reports in
 * different languages can be told to speak of the same thing. One concept a
 * line, its languages in the order of `conceptLanguages`; several words are
 * parted by spaces. Latin words are compared by their stems; words of Chinese,
 * Japanese and Korean wherever they stand, Han characters in simplified form.
 */
export const conceptLanguages = ['en', 'zh', 'ja', 'ko', 'de', 'fr', 'es', 'it'] as const;

export const conceptLines = `
earthquake quake aftershock|地震 余震|地震 余震|지진 여진|erdbeben nachbeben|séisme tremblement|terremoto sismo|terremoto sisma
tsunami|海啸|津波|쓰나미 해일|tsunami|tsunami|tsunami|tsunami
flood flooding floods|洪水 洪灾 水灾|洪水 浸水|홍수 침수|überschwemmung hochwasser flut|inondation inondations|inundación inundaciones|alluvione alluvioni
typhoon hurricane cyclone storm|台风 飓风 风暴 气旋|台風 ハリケーン 暴風|태풍 허리케인 폭풍|taifun hurrikan sturm|typhon ouragan tempête cyclone|tifón huracán tormenta|tifone uragano tempesta
volcano eruption erupt|火山 喷发|火山 噴火|화산 분화|vulkan ausbruch|volcan éruption|volcán erupción|vulcano eruzione
wildfire blaze fire|火灾 山火 大火|火災 山火事|화재 산불|brand waldbrand feuer|incendie feux|incendio fuego|incendio
heatwave heat|热浪 高温 酷暑|猛暑 熱波|폭염|hitzewelle hitze|canicule chaleur|calor|caldo ondata
drought|干旱 旱灾|干ばつ 渇水|가뭄|dürre trockenheit|sécheresse|sequía|siccità
landslide mudslide|山体滑坡 泥石流|土砂崩れ 土石流|산사태|erdrutsch|glissement|deslizamiento|frana
snow blizzard|暴雪 大雪|大雪 豪雪|폭설|schnee schneesturm|neige|nieve nevada|neve
rain rainfall downpour|暴雨 降雨 大雨|大雨 豪雨|폭우 호우|regen starkregen|pluie pluies|lluvia lluvias|pioggia
climate warming emission|气候 变暖 排放|気候 温暖化 排出|기후 온난화 배출|klima klimawandel emission|climat climatique|clima climático emisiones|clima climatico
death dead die kill killed toll|死亡 遇难 丧生 身亡|死亡 死者 死傷|사망 숨져 사망자|tote getötet gestorben|mort morts tués|muerto muertos|morti morto vittime
injure injury wounded hurt|受伤 伤者|負傷 けが|부상|verletzt verletzte|blessé blessés|herido heridos|ferito feriti
missing|失踪 失联|行方不明|실종|vermisst|disparu|desaparecido|disperso dispersi
rescue|救援 营救 搜救|救助 救出|구조|rettung retter|secours sauvetage|rescate|soccorso salvataggio
evacuate evacuation|疏散 撤离|避難|대피|evakuierung evakuiert|évacuation évacué|evacuación evacuado|evacuazione evacuati
survivor|幸存者 生还|生存者|생존자|überlebende|survivant|superviviente|sopravvissuti
collapse|倒塌 坍塌|倒壊 崩落 崩壊|붕괴|einsturz eingestürzt|effondrement|colapso derrumbe|crollo
explosion blast explode|爆炸|爆発|폭발|explosion|explosion|explosión|esplosione
crash|坠毁 相撞 车祸|墜落 衝突|추락 충돌|absturz unfall|crash accident|accidente|incidente schianto
aircraft plane jet airliner flight|飞机 客机 航班|飛行機 旅客機|항공기 여객기|flugzeug flug|avion vol|avión vuelo|aereo volo
airline airlines|航空公司|航空会社|항공사|fluggesellschaft|compagnie|aerolínea|compagnia
airport|机场|空港|공항|flughafen|aéroport|aeropuerto|aeroporto
train rail railway|火车 列车 铁路|列車 鉄道|열차 철도|zug bahn|train ferroviaire|tren ferrocarril|treno ferrovia
ship vessel ferry boat|船 渡轮 轮船|船舶 フェリー|선박 여객선|schiff fähre|navire bateau|barco buque|nave traghetto
bridge|大桥 桥梁|橋|교량 다리|brücke|pont|puente|ponte
shooting gunman shooter|枪击 枪手|銃撃 銃乱射|총격 총기|schüsse schütze|fusillade tireur|tiroteo tirador|sparatoria
attack assault strike raid|袭击 攻击 空袭|攻撃 襲撃 空爆|공격 공습|angriff anschlag|attaque frappe|ataque|attacco raid
terror terrorist terrorism|恐怖 恐袭|テロ|테러|terror terrorismus|terroriste terrorisme|terrorista terrorismo|terrorista terrorismo
bomb bombing|炸弹 轰炸|爆弾 爆撃|폭탄 폭격|bombe|bombe bombardement|bomba bombardeo|bomba
missile rocket ballistic|导弹 火箭 弹道|ミサイル 弾道|미사일 탄도 로켓|rakete raketen|missile roquette|misil cohete|missile
drone|无人机|ドローン 無人機|드론 무인기|drohne drohnen|drone|dron drones|drone
war warfare|战争|戦争|전쟁|krieg|guerre|guerra|guerra
ceasefire truce armistice|停火 休战|停戦 休戦|휴전 정전|waffenruhe waffenstillstand|trêve|tregua|tregua
peace|和平|和平 平和|평화|frieden|paix|paz|pace
troop soldier army military forces|军队 士兵 军方 军事|軍隊 兵士 軍事|군대 군사 병력|soldat armee truppen militär|soldat armée militaire|soldado ejército militar|soldato esercito militare
nuclear|核|核 原子力|핵 원자력 원전|nuklear atom|nucléaire|nuclear|nucleare
weapon arms|武器|武器 兵器|무기|waffen waffe|armes arme|armas|armi
hostage|人质|人質|인질|geisel geiseln|otage otages|rehén rehenes|ostaggio ostaggi
refugee asylum|难民 庇护|難民|난민|flüchtling asyl|réfugié asile|refugiado asilo|rifugiati asilo
migrant migration immigration|移民|移民|이민 이주민|migranten migration einwanderung|migrant immigration|migrante inmigración|migranti immigrazione
border|边境 边界|国境|국경|grenze|frontière|frontera|confine
deport deportation|驱逐出境 遣返|強制送還|추방|abschiebung|expulsion|deportación|espulsione
president presidential|总统|大統領|대통령|präsident präsidentin|président|presidente|presidente
minister premier chancellor|首相 总理 部长 大臣|首相 大臣|총리 장관|minister kanzler ministerpräsident|ministre premier|ministro primer|ministro premier
king queen royal prince|国王 女王 王室 王子|国王 女王 王室|국왕 왕실 여왕|könig königin|roi reine royal|rey reina|re regina
pope vatican|教皇 梵蒂冈 教宗|教皇 ローマ法王|교황 바티칸|papst vatikan|pape vatican|papa vaticano|papa vaticano
election vote poll ballot|选举 大选 投票|選挙 投票|선거 투표 총선 대선|wahl wahlen abstimmung|élection vote scrutin|elección elecciones votación|elezioni voto
candidate nominee|候选人|候補|후보|kandidat kandidatin|candidat candidate|candidato candidata|candidato
campaign|竞选|選挙戦|유세|wahlkampf|campagne|campaña|campagna
parliament lawmaker congress senate legislator|议会 国会 议员 参议院 众议院|国会 議会 議員 上院 下院|국회 의회 의원 상원 하원|parlament bundestag abgeordnete|parlement député sénat|parlamento congreso diputado senado|parlamento deputato senato
coalition|联合政府 执政联盟|連立|연립|koalition|coalition|coalición|coalizione
opposition|反对党 在野党|野党|야당|opposition|opposition|oposición|opposizione
impeach impeachment|弹劾|弾劾|탄핵|amtsenthebung|destitution|destitución|impeachment
resign resignation|辞职|辞任 辞職|사임 사퇴|rücktritt|démission|dimisión renuncia|dimissioni
appoint nominate nomination|任命 提名|任命 指名|임명 지명|ernennung ernannt|nomination nommé|nombramiento|nomina
protest demonstration protester rally|抗议 示威|抗議 デモ|시위 집회|protest demonstration|manifestation|protesta manifestación|protesta manifestazione
strike walkout|罢工|スト ストライキ|파업|streik|grève|huelga|sciopero
union|工会|労組 労働組合|노조|gewerkschaft|syndicat|sindicato|sindacato
coup|政变|クーデター|쿠데타|putsch|putsch|golpe|golpe
sanction|制裁|制裁|제재|sanktion sanktionen|sanction sanctions|sanción sanciones|sanzioni
summit|峰会|首脳会談 サミット|정상회담 정상회의|gipfel|sommet|cumbre|vertice
talk negotiation meeting|谈判 会谈 会晤|協議 交渉 会談|협상 회담|verhandlung gespräche treffen|négociation pourparlers|negociación conversaciones|negoziati colloqui
agreement deal pact accord treaty|协议 协定 条约|合意 協定 条約|합의 협정 조약|abkommen vereinbarung vertrag|accord traité|acuerdo tratado pacto|accordo trattato
visit|访问 访华|訪問 訪中|방문 방중|besuch|visite|visita|visita
ambassador embassy|大使 大使馆|大使|대사 대사관|botschafter botschaft|ambassadeur ambassade|embajador embajada|ambasciatore ambasciata
diplomat diplomacy diplomatic|外交|外交|외교|diplomat außenminister|diplomatie diplomate|diplomático|diplomatico
budget|预算|予算|예산|haushalt|budget|presupuesto|bilancio
tax|税收 征税 税|税 増税 減税|세금 과세|steuer steuern|impôt taxe|impuesto|tassa tasse
tariff duty levy|关税|関税|관세|zoll zölle|tarif droits|arancel aranceles|dazi dazio
export|出口|輸出|수출|export ausfuhr|exportation|exportación|esportazione
import|进口|輸入|수입|import einfuhr|importation|importación|importazione
trade|贸易|貿易 通商|무역 통상|handel|commerce commercial|comercio comercial|commercio
control restriction curb|管制 限制|規制 制限|규제 통제 제한|kontrolle beschränkung|contrôle restriction|control restricción|controllo restrizione
licence license permit|许可|許可 ライセンス|허가 라이선스|lizenz genehmigung|licence autorisation|licencia permiso|licenza permesso
approve approval greenlight authorise authorize allow|批准 获批 放行 允许|承認 認可|승인 허용|genehmigt zulassung|approuve approbation autorise|aprueba aprobación autoriza|approva approvazione autorizza
ban block prohibit bar|禁止 禁令 封锁 阻止|禁止 禁輸|금지 차단|verbot verbietet|interdit interdiction bloque|prohíbe prohibición veto|vieta divieto blocca
halt suspend pause stop|暂停 叫停 中止|停止 中断 一時停止|중단 보류|stoppt aussetzung|suspend suspension arrêt|suspende suspensión|sospende sospensione
delay postpone|推迟 延期|延期 遅れ|연기 지연|verschiebung verzögerung|report retard|retraso aplaza|rinvio ritardo
customs|海关|税関|세관 해관|zollbehörde|douane douanes|aduana aduanas|dogana
semiconductor chip|芯片 半导体 晶片|半導体 チップ|반도체 칩|halbleiter chip|semi-conducteur puce puces|semiconductor chip|semiconduttore chip
artificial-intelligence ai|人工智能 人工智慧|人工知能|인공지능|ki|ia|ia|ia
data-center datacentre datacenter|数据中心|データセンター|데이터센터|rechenzentrum|datacenter|datos|datacenter
smartphone phone|手机|スマートフォン スマホ|스마트폰|smartphone handy|smartphone téléphone|teléfono móvil|smartphone
software|软件|ソフトウェア|소프트웨어|software|logiciel|software|software
hacker cyberattack cyber hack breach|黑客 网络攻击|サイバー ハッカー 不正アクセス|해킹 사이버|cyberangriff hacker|cyberattaque piratage|ciberataque|hacker cyberattacco
privacy data|隐私 数据 个人信息|個人情報|개인정보|daten datenschutz|données vie|datos privacidad|dati privacy
internet online|互联网 网络|インターネット|인터넷|internet|internet|internet|internet
social-media|社交媒体 社交平台|交流サイト|소셜미디어|medien|réseaux|redes|social
satellite|卫星|衛星|위성|satellit|satellite|satélite|satellite
space spacecraft astronaut moon lunar|航天 太空 宇航员 月球|宇宙 月面|우주 달|raumfahrt weltraum mond|espace spatial lune|espacio espacial luna|spazio spaziale luna
launch|发射|打ち上げ|발사|start|lancement|lanzamiento|lancio
bank lender|银行|銀行|은행|bank|banque|banco|banca
central-bank fed|央行|中央銀行 日銀|중앙은행 한은 연준|zentralbank notenbank|banque|central|centrale
rate interest|利率 降息 加息|利下げ 利上げ 金利|금리|zins zinsen leitzins|taux|tipos tasa|tassi tasso
inflation|通胀 通货膨胀 物价|インフレ 物価|인플레이션 물가|inflation|inflation|inflación|inflazione
economy growth gdp|经济 增长|経済 成長|경제 성장|wirtschaft wachstum|économie croissance pib|economía crecimiento|economia crescita
recession crisis|衰退 危机|不況 危機|침체 위기|rezession krise|récession crise|recesión crisis|recessione crisi
unemployment jobs jobless|失业 就业|失業 雇用|실업 고용|arbeitslosigkeit|chômage emploi|desempleo empleo|disoccupazione lavoro
layoff|裁员|人員削減 リストラ|감원 해고|entlassung stellenabbau|licenciement|despidos|licenziamenti
stock share shares|股价 股票 股市|株価 株式 株|주가 주식 증시|aktie aktien|action bourse|acciones bolsa|azioni borsa
profit earnings|利润 净利 财报 业绩|利益 決算 業績|이익 실적|gewinn|bénéfice résultats|beneficio ganancias|utile utili
revenue sales|营收 收入 销售|売上 売上高|매출|umsatz|chiffre ventes|ingresos ventas|ricavi vendite
merger acquisition takeover acquire|收购 并购 合并|買収 合併|인수 합병|übernahme fusion|rachat fusion acquisition|compra fusión adquisición|acquisizione fusione
invest investment|投资|投資|투자|investition|investissement|inversión|investimento
bond debt|债券 债务|債券 債務 国債|채권 부채|anleihe schulden|dette obligation|deuda bono|debito obbligazioni
currency dollar yen yuan euro|美元 日元 人民币 汇率|円安 円高 為替 ドル|환율 달러 엔화|währung euro dollar|devise euro|divisa dólar|valuta euro
oil crude|石油 原油|石油 原油|석유 원유 유가|öl rohöl|pétrole|petróleo|petrolio
gas lng|天然气|天然ガス|천연가스|gas erdgas|gaz|gas|gas
electricity power grid|电力 电网 停电|電力 停電|전력 정전|strom stromnetz|électricité|electricidad apagón|elettricità
blackout outage|大停电 停电|停電|정전|stromausfall|panne|apagón|blackout
price cost|价格 涨价 油价|価格 値上げ|가격 인상|preis preise|prix|precio precios|prezzo prezzi
rare-earth mineral|稀土 矿产|レアアース 希土類 鉱物|희토류 광물|seltene|rares minerais|raras minerales|rare minerali
steel|钢铁|鉄鋼|철강|stahl|acier|acero|acciaio
car automaker vehicle auto|汽车 车企|自動車|자동차|auto autohersteller|voiture automobile|coche automóvil|auto
electric-vehicle ev evs|电动车 电动汽车|電気自動車|전기차|elektroauto|électrique|eléctrico|elettrica
battery|电池|電池|배터리|batterie|batterie|batería|batteria
recall|召回|リコール|리콜|rückruf|rappel|retirada|richiamo
factory plant|工厂|工場|공장|fabrik werk|usine|fábrica planta|fabbrica stabilimento
supply-chain supply|供应链 供应|供給網 供給|공급망 공급|lieferkette|approvisionnement|suministro|fornitura
order purchase buy|订单 采购 购买|注文 発注 購入|주문 구매|bestellung kauf|commande achat|pedido compra|ordine acquisto
sell sale|出售 销往|販売 売却|판매|verkauf|vente|venta|vendita
court judge ruling|法院 法官 裁定 判决|裁判所 判決|법원 판결|gericht urteil richter|tribunal juge cour|tribunal juez corte|tribunale giudice corte
supreme-court|最高法院 大法官|最高裁|대법원|verfassungsgericht|suprême|supremo|suprema
lawsuit sue suit|诉讼 起诉|提訴 訴訟|소송 제소|klage|plainte procès|demanda|causa
trial|审判 开庭|裁判 公判|재판|prozess|procès|juicio|processo
prison jail sentence sentenced|监禁 判刑 有期徒刑|懲役 禁錮 刑務所|징역 교도소 실형|haft gefängnis|prison|prisión cárcel|carcere prigione
arrest detain|逮捕 拘留|逮捕 拘束|체포 구속|festnahme festgenommen verhaftet|arrêté arrestation|detenido arresto|arrestato arresto
police|警方 警察|警察|경찰|polizei|police|policía|polizia
prosecutor indict charge|检察 检方 起诉|検察 起訴|검찰 기소|staatsanwaltschaft anklage|procureur inculpé|fiscal fiscalía|procura procuratore
investigate investigation probe|调查|調査 捜査|조사 수사|ermittlung untersuchung|enquête|investigación|indagine
corruption bribe bribery graft|腐败 贪污 受贿|汚職 贈収賄|부패 뇌물 비리|korruption bestechung|corruption|corrupción soborno|corruzione
fraud|欺诈 诈骗|詐欺|사기|betrug|fraude escroquerie|fraude estafa|frode truffa
smuggle smuggling|走私|密輸|밀수|schmuggel|contrebande|contrabando|contrabbando
murder homicide|谋杀 凶杀|殺人 殺害|살인 살해|mord|meurtre|asesinato|omicidio
drug narcotic|毒品|麻薬 薬物|마약|drogen|drogue|droga drogas|droga
antitrust monopoly|反垄断 垄断|独占禁止 独禁法|반독점 독점|kartell monopol|monopole antitrust|monopolio antimonopolio|antitrust monopolio
fine penalty|罚款 处罚|罰金 制裁金|벌금 과징금|bußgeld strafe|amende|multa|multa
law bill legislation act|法案 法律 立法|法案 法律|법안 법률|gesetz|loi|ley|legge
constitution|宪法|憲法|헌법|verfassung|constitution|constitución|costituzione
referendum|公投|国民投票|국민투표|referendum volksabstimmung|référendum|referéndum|referendum
virus outbreak epidemic pandemic|病毒 疫情|ウイルス 感染 流行|바이러스 감염 유행|virus ausbruch|virus épidémie|virus brote epidemia|virus epidemia
vaccine vaccination|疫苗 接种|ワクチン 接種|백신 접종|impfstoff impfung|vaccin|vacuna|vaccino
flu influenza|流感|インフルエンザ|독감 인플루엔자|grippe|grippe|gripe|influenza
cancer|癌症|がん|암|krebs|cancer|cáncer|cancro
hospital doctor patient|医院 医生 患者|病院 医師 患者|병원 의사 환자|krankenhaus arzt|hôpital médecin|hospital médico|ospedale medico
drugmaker pharmaceutical medicine|药企 制药 药物|製薬 医薬品|제약 의약품|pharma medikament|pharmaceutique médicament|farmacéutica medicamento|farmaceutica farmaco
health|卫生 健康|保健 健康|보건 건강|gesundheit|santé|salud|salute sanità
birth population birthrate|出生 人口|出生 人口|출산 출생 인구|geburten bevölkerung|naissance natalité|natalidad población|nascite natalità
school student|学校 学生|学校 生徒|학교 학생|schule schüler|école élève|escuela estudiante|scuola studente
university|大学|大学|대학|universität|université|universidad|università
teacher|教师 老师|教師 教員|교사|lehrer|enseignant|profesor maestro|insegnante
scientist research study researcher|科学家 研究|科学者 研究|과학자 연구|forscher studie wissenschaftler|chercheur étude|científico estudio|scienziato studio
nobel|诺贝尔|ノーベル|노벨|nobelpreis|nobel|nobel|nobel
prize award|奖 获奖|賞 受賞|수상|preis auszeichnung|prix|premio|premio
film movie cinema|电影|映画|영화|film|film cinéma|película cine|film
music singer album concert|音乐 歌手 演唱会|音楽 歌手|음악 가수 콘서트|musik sänger|musique chanteur|música cantante|musica cantante
actor actress|演员|俳優 女優|배우|schauspieler|acteur actrice|actor actriz|attore attrice
museum art|博物馆 美术馆|博物館 美術館|박물관 미술관|museum|musée|museo|museo
theft steal robbery heist|盗窃 抢劫 失窃|窃盗 強盗 盗難|절도 강도 도난|diebstahl raub|vol cambriolage|robo|furto rapina
football soccer fifa|足球|サッカー|축구|fußball|football|fútbol|calcio
world-cup|世界杯|ワールドカップ|월드컵|weltmeisterschaft wm|mondial|mundial|mondiali
final|决赛|決勝|결승|finale|finale|final|finale
goal|进球|ゴール|골|tor|but|gol|gol
win victory champion beat title|夺冠 冠军 击败 获胜|優勝 勝利|우승 승리|sieg meister|victoire champion|victoria campeón|vittoria campione
olympic olympics medal|奥运 金牌|五輪 オリンピック 金メダル|올림픽 금메달|olympia olympische|olympique médaille|olímpico medalla|olimpiadi medaglia
baseball|棒球|野球|야구|baseball|baseball|béisbol|baseball
basketball|篮球|バスケットボール|농구|basketball|basket|baloncesto|basket
tennis|网球|テニス|테니스|tennis|tennis|tenis|tennis
coach manager|教练 主帅|監督|감독|trainer|entraîneur|entrenador|allenatore
athlete player|运动员 球员|選手|선수|spieler athlet|joueur athlète|jugador atleta|giocatore atleta
transfer|转会|移籍|이적|transfer wechsel|transfert|traspaso fichaje|trasferimento
doping|兴奋剂|ドーピング|도핑|doping|dopage|dopaje|doping
stadium|体育场|競技場 スタジアム|경기장|stadion|stade|estadio|stadio
tourist tourism travel|游客 旅游|観光 旅行|관광 여행|tourismus touristen|tourisme touriste|turismo turista|turismo turisti
visa|签证|ビザ 査証|비자|visum|visa|visado visa|visto
food|食品|食品|식품|lebensmittel|alimentaire|alimentos|alimentare cibo
rice|大米|コメ 米価|쌀|reis|riz|arroz|riso
farm farmer agriculture|农业 农民|農業 農家|농업 농민|landwirt bauern|agriculture agriculteur|agricultura agricultor|agricoltura agricoltori
soybean|大豆|大豆|대두|soja sojabohnen|soja|soja|soia
egg poultry bird-flu|鸡蛋 禽流感|鶏卵 鳥インフルエンザ|계란 조류인플루엔자|eier vogelgrippe|oeufs volaille|huevos|uova
animal wildlife|动物|動物|동물|tier tiere|animal animaux|animal animales|animale animali
whale fish fishing|渔业 捕鱼 鲸|漁業 クジラ|어업 고래|fisch wal|pêche baleine|pesca ballena|pesca balena
nature forest|森林|森林|숲|wald|forêt|bosque|foresta
pollution|污染|汚染|오염|verschmutzung|pollution|contaminación|inquinamento
water|水资源 供水|水道|수도 물|wasser|eau|agua|acqua
waste plastic|垃圾 塑料|プラスチック ごみ|플라스틱 쓰레기|plastik müll|plastique déchets|plástico residuos|plastica rifiuti
wastewater discharge|核污水 核污染水 处理水 排海|処理水 放出|오염수 방류|abwasser|rejet|vertido|scarico
reactor|反应堆|原子炉 原発|원자로 원전|reaktor kernkraftwerk|réacteur centrale|reactor central|reattore centrale
solar|太阳能 光伏|太陽光|태양광|solar|solaire|solar|solare
wind-power|风电|風力|풍력|windkraft|éolien|eólica|eolico
robot|机器人|ロボット|로봇|roboter|robot|robot|robot
bitcoin crypto cryptocurrency|比特币 加密货币|ビットコイン 暗号資産 仮想通貨|비트코인 암호화폐 가상자산|bitcoin kryptowährung|bitcoin cryptomonnaie|bitcoin criptomoneda|bitcoin criptovaluta
house housing property real-estate|房地产 楼市 住房|不動産 住宅|부동산 주택|immobilien wohnung|immobilier logement|vivienda inmobiliario|immobiliare case
pension|养老金|年金|연금|rente pension|retraite retraites|pensión pensiones|pensione pensioni
wage minimum-wage salary|工资 薪资|賃金 給与|임금 급여|lohn löhne|salaire|salario|salario
worker labour labor|工人 劳动|労働者|노동자 근로자|arbeiter arbeitnehmer|travailleur|trabajador|lavoratore
company firm|公司 企业|企業 会社|기업 회사|unternehmen firma|entreprise société|empresa compañía|azienda società
chief-executive ceo|首席执行官 总裁|最高経営責任者 社長|최고경영자 사장|vorstandschef chef|pdg patron|consejero|amministratore
bankruptcy insolvent|破产|破産 倒産|파산|insolvenz pleite|faillite|quiebra bancarrota|fallimento
ipo listing|上市|上場|상장|börsengang|introduction|salida|quotazione
subsidy|补贴|補助金|보조금|subvention|subvention|subvención subsidio|sussidio
reform|改革|改革|개혁|reform|réforme|reforma|riforma
human-rights rights|人权|人権|인권|menschenrechte|droits|derechos|diritti
woman women gender|女性 妇女|女性|여성|frau frauen|femme femmes|mujer mujeres|donna donne
child children|儿童|子ども 児童|아동 어린이|kind kinder|enfant enfants|niño niños|bambino bambini
abortion|堕胎|中絶|낙태|abtreibung|avortement|aborto|aborto
religion church mosque|宗教 教会 清真寺|宗教 教会|종교 교회|kirche moschee|église mosquée|iglesia mezquita|chiesa moschea
journalist press media newspaper|记者 媒体 新闻|記者 報道|기자 언론|journalist presse|journaliste presse|periodista prensa|giornalista stampa
spy espionage intelligence-agency|间谍 情报|スパイ 諜報|간첩 스파이 정보기관|spion spionage|espion espionnage|espía espionaje|spia spionaggio
aid humanitarian|援助 人道|支援 人道|지원 인도적|hilfe humanitär|aide humanitaire|ayuda humanitaria|aiuti umanitari
famine hunger starvation|饥荒 饥饿|飢餓 飢饉|기아 기근|hunger hungersnot|famine faim|hambruna hambre|carestia fame
emergency|紧急状态 紧急|緊急事態 緊急|비상사태 긴급|notstand|urgence|emergencia|emergenza
security|安全|安全保障 安保|안보 안전|sicherheit|sécurité|seguridad|sicurezza
defence defense|国防 防务|防衛 国防|국방 방위|verteidigung|défense|defensa|difesa
navy warship submarine carrier|海军 军舰 潜艇 航母|海軍 潜水艦 空母|해군 잠수함 항모|marine kriegsschiff u-boot|marine navire sous-marin|armada submarino portaaviones|marina sottomarino portaerei
island strait|岛屿 海峡|海峡 離島|섬 해협|insel meerenge|île détroit|isla estrecho|isola stretto
canal|运河|運河|운하|kanal|canal|canal|canale
port|港口 港湾|港湾|항만 항구|hafen|port|puerto|porto
pipeline|管道|パイプライン|파이프라인 송유관|pipeline|gazoduc oléoduc|gasoducto oleoducto|gasdotto oleodotto
tunnel subway metro|隧道 地铁|トンネル 地下鉄|터널 지하철|tunnel u-bahn|tunnel métro|túnel metro|tunnel metropolitana
game gaming|游戏|ゲーム|게임|spiel|jeu|juego videojuego|gioco
television broadcaster broadcast|电视台 广播|放送 テレビ|방송|fernsehen sender|télévision|televisión|televisione
apology apologise|道歉|謝罪|사과|entschuldigung|excuses|disculpa|scuse
dispute row feud|争端 争议|紛争 対立|분쟁 논란|streit|différend|disputa|disputa
warn warning alert|警告 预警|警告 警報|경고 경보|warnung warnt|alerte|alerta advierte|allarme allerta
record|纪录 创新高|記録 過去最高|기록 최고치|rekord|record|récord|record
rise surge soar increase|上涨 飙升 增加|上昇 急騰 増加|상승 급등 증가|steigt anstieg|hausse|sube aumento|aumento rialzo
fall drop plunge slump decline|下跌 下降 暴跌|下落 急落 減少|하락 급락 감소|fällt rückgang|baisse chute|cae caída|calo crollo
cut reduce|削减 下调|削減 引き下げ|인하 삭감|senkung kürzung|baisse réduction|recorte|taglio
open-reopen reopen|重新开放 重开|再開|재개|wiedereröffnung|réouverture|reapertura|riapertura
deny denial|否认|否定|부인|dementiert bestreitet|dément|niega desmiente|smentisce
payment prepay upfront|付款 预付 支付|支払い 前払い|결제 선불 지급|zahlung vorkasse|paiement|pago|pagamento
shipment deliver delivery ship|发货 出货 交付|出荷 納入|출하 납품 인도|lieferung|livraison|envío entrega|consegna spedizione
production output manufacture|生产 产能 量产|生産 量産|생산 양산|produktion|production|producción|produzione
technology tech|技术 科技|技術|기술|technologie technik|technologie|tecnología|tecnologia
guarantee review|审查 审批 复审|審査|심사 검토|prüfung|examen|revisión|revisione esame
truce-extension extend extension|延长|延長|연장|verlängerung|prolongation|prórroga extensión|proroga
`;
