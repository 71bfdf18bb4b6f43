<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Version {version}</source>
        <translation>버전 {version}</translation>
    </message>
    <message>
        <source>About</source>
        <translation>프로그램 정보</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>이용 허락</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>이용 허락 전문</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Inter-Korean relations timeline</source>
        <translation>남북 관계 연표</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>버전 {version}</translation>
    </message>
    <message>
        <source>Qt {version}, under the GNU Lesser General Public License 3.</source>
        <translation>Qt {version}, GNU 약소 일반 공중 사용 허가서(LGPL) 3판.</translation>
    </message>
    <message>
        <source>It is a library beside this program and can be replaced; its source is public.</source>
        <translation>이 프로그램과 따로 있는 라이브러리로 바꿔 넣을 수 있으며 소스가 공개되어 있습니다.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>MIT licence</source>
        <translation>MIT 이용 허락</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>자료집</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>글꼴</translation>
    </message>
    <message>
        <source>Pretendard, Timeline Serif, Nanum Myeongjo, Timeline Hanja: OFL 1.1</source>
        <translation>Pretendard, Timeline Serif, 나눔명조, Timeline Hanja: OFL 1.1</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>아이콘</translation>
    </message>
    <message>
        <source>Tabler Icons: MIT licence</source>
        <translation>Tabler Icons: MIT 이용 허락</translation>
    </message>
    <message>
        <source>{day}; time after it is hatched</source>
        <translation>{day}; 그 뒤는 빗금으로 표시</translation>
    </message>
    <message>
        <source>Verified to</source>
        <translation>확인 기준일</translation>
    </message>
    <message>
        <source>Cite as: {citation}</source>
        <translation>인용 표기: {citation}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Qt’s licence</source>
        <translation>Qt 이용 허락</translation>
    </message>
    <message>
        <source>Qt’s source</source>
        <translation>Qt 소스</translation>
    </message>
    <message>
        <source>Program (MIT)</source>
        <translation>프로그램 (MIT)</translation>
    </message>
    <message>
        <source>Chronicle (CC BY 4.0)</source>
        <translation>연표 자료 (CC BY 4.0)</translation>
    </message>
    <message>
        <source>The file {file} could not be read.</source>
        <translation>{file} 파일을 읽을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Moving through time</source>
        <translation>시간 이동</translation>
    </message>
    <message>
        <source>Events and sources</source>
        <translation>사건과 출처</translation>
    </message>
    <message>
        <source>Window and collection</source>
        <translation>창과 자료집</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Show the selected event with its relations</source>
        <translation>선택한 사건을 관련 사건과 함께 보기</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>오늘로 이동</translation>
    </message>
    <message>
        <source>Jump to a date</source>
        <translation>날짜로 이동</translation>
    </message>
    <message>
        <source>Back to the previous view</source>
        <translation>이전 화면으로</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>다음 화면으로</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Jump to the disputed reading</source>
        <translation>해석 차이로 이동</translation>
    </message>
    <message>
        <source>Open the source in the browser</source>
        <translation>브라우저에서 원문 보기</translation>
    </message>
    <message>
        <source>Copy the quotation with its reference</source>
        <translation>인용문과 출처 복사</translation>
    </message>
    <message>
        <source>Copy the citation</source>
        <translation>인용 정보 복사</translation>
    </message>
    <message>
        <source>Close, clear or deselect</source>
        <translation>닫기·지우기·선택 해제</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Reset filters</source>
        <translation>필터 초기화</translation>
    </message>
    <message>
        <source>Relation arcs on or off</source>
        <translation>관련 사건 선 켜기·끄기</translation>
    </message>
    <message>
        <source>Periods on or off</source>
        <translation>시기 켜기·끄기</translation>
    </message>
    <message>
        <source>List the periods in view</source>
        <translation>보이는 시기 목록</translation>
    </message>
    <message>
        <source>Focus the timeline</source>
        <translation>연표로 초점 이동</translation>
    </message>
    <message>
        <source>Focus the event panel</source>
        <translation>사건 패널로 초점 이동</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Copy the image</source>
        <translation>이미지 복사</translation>
    </message>
    <message>
        <source>Open a collection</source>
        <translation>자료집 열기</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Open the chronicle</source>
        <translation>기본 연표 열기</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>English or Korean</source>
        <translation>영어·한국어 전환</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>밝게·어둡게</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>글자 100 %</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>About</source>
        <translation>프로그램 정보</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Previous, next event in the lane</source>
        <translation>같은 분류의 이전·다음 사건</translation>
    </message>
    <message>
        <source>Nearest event in the next lane</source>
        <translation>다음 분류의 가장 가까운 사건</translation>
    </message>
    <message>
        <source>Open the event, or zoom into a pill</source>
        <translation>사건 열기 또는 묶음 확대</translation>
    </message>
    <message>
        <source>Follow that relation</source>
        <translation>해당 관련 사건으로 이동</translation>
    </message>
    <message>
        <source>Move by a quarter</source>
        <translation>화면의 4분의 1만큼 이동</translation>
    </message>
    <message>
        <source>First, last event</source>
        <translation>처음·마지막 사건</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Show lines</source>
        <translation>오류 줄 보기</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>{file} has been moved or deleted</source>
        <translation>{file} 파일이 옮겨졌거나 삭제되었습니다</translation>
    </message>
    <message>
        <source>{file} could not be read</source>
        <translation>{file} 파일을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>{n} files could not be read</source>
        <translation>파일 {n}개를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>{n} records in {files} files could not be read as they stand</source>
        <translation>파일 {files}개에서 기록 {n}건을 그대로 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>1 record in {file} could not be read as it stands</source>
        <translation>{file}에서 기록 1건을 그대로 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>{n} records in {file} could not be read as they stand</source>
        <translation>{file}에서 기록 {n}건을 그대로 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Line {line}: {what}.</source>
        <translation>{line}행: {what}.</translation>
    </message>
    <message>
        <source>No event can be shown.</source>
        <translation>보여 줄 사건이 없습니다.</translation>
    </message>
    <message>
        <source>The events shown are those last read from it.</source>
        <translation>마지막으로 읽은 사건을 그대로 표시합니다.</translation>
    </message>
    <message>
        <source>1 event is shown.</source>
        <translation>사건 1건을 보여 줍니다.</translation>
    </message>
    <message>
        <source>{n} events are shown.</source>
        <translation>사건 {n}건을 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>문제가 발생했습니다</translation>
    </message>
    <message>
        <source>The program goes on. This report helps to mend it; it is sent nowhere by itself.</source>
        <translation>프로그램은 계속 쓸 수 있습니다. 이 보고서는 문제를 고치는 데 도움이 되며, 저절로 전송되지 않습니다.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
</context>
<context>
    <name>DateFields</name>
    <message>
        <source>from</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>to</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>from: after the last date.</source>
        <translation>시작 날짜가 끝 날짜보다 늦습니다.</translation>
    </message>
    <message>
        <source>to: before the first date.</source>
        <translation>끝 날짜가 시작 날짜보다 이릅니다.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Quotation copied</source>
        <translation>인용문을 복사했습니다</translation>
    </message>
    <message>
        <source>Summary copied</source>
        <translation>요약을 복사했습니다</translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation>출처 표기를 복사했습니다</translation>
    </message>
    <message>
        <source>This source has no address that a browser can open</source>
        <translation>이 출처에는 브라우저로 열 수 있는 주소가 없습니다</translation>
    </message>
</context>
<context>
    <name>DocumentBlock</name>
    <message>
        <source>the text itself</source>
        <translation>원문</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>인용</translation>
    </message>
    <message>
        <source>Copy the citation of {title}</source>
        <translation>{title}의 출처 표기 복사</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>원문 보기</translation>
    </message>
    <message>
        <source>Open {title} in the browser</source>
        <translation>{title}을(를) 브라우저에서 열기</translation>
    </message>
    <message>
        <source>About this copy</source>
        <translation>이 사본에 대하여</translation>
    </message>
</context>
<context>
    <name>Dresser</name>
    <message>
        <source>Inter-Korean relations timeline</source>
        <translation>남북 관계 연표</translation>
    </message>
</context>
<context>
    <name>EmptyMessage</name>
    <message>
        <source>No events match</source>
        <translation>조건에 맞는 사건이 없습니다</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>사건이 없습니다</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>검색 지우기</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>모든 분류</translation>
    </message>
    <message>
        <source>All actors</source>
        <translation>모든 행위자</translation>
    </message>
    <message>
        <source>Any certainty of the date</source>
        <translation>모든 날짜 확실성</translation>
    </message>
    <message>
        <source>Any reading</source>
        <translation>모든 해석</translation>
    </message>
    <message>
        <source>Clear the date range</source>
        <translation>기간 지우기</translation>
    </message>
    <message>
        <source>Reset filters</source>
        <translation>필터 초기화</translation>
    </message>
    <message>
        <source>This collection holds no events.</source>
        <translation>이 자료집에는 사건이 없습니다.</translation>
    </message>
    <message>
        <source>The search “{query}” leaves nothing to show.</source>
        <translation>“{query}” 검색에 맞는 사건이 없습니다.</translation>
    </message>
    <message>
        <source>These leave nothing to show: {parts}.</source>
        <translation>다음 조건에 맞는 사건이 없습니다: {parts}.</translation>
    </message>
</context>
<context>
    <name>EventPanel</name>
    <message>
        <source>Click an event to read what its sources say.</source>
        <translation>사건을 누르면 출처가 전하는 내용을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>No event in this selection has disputed readings</source>
        <translation>선택한 범위에 해석이 엇갈리는 사건이 없습니다</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>sources: {n}</source>
        <translation>출처 {n}건</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>해석 차이 있음</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>외 {n}건</translation>
    </message>
</context>
<context>
    <name>ExcerptRow</name>
    <message>
        <source>Enter copies the quotation with its reference</source>
        <translation>Enter를 누르면 인용문과 출처를 복사합니다</translation>
    </message>
    <message>
        <source>translated by {translator}</source>
        <translation>{translator} 번역</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>번역</translation>
    </message>
    <message>
        <source>original</source>
        <translation>원문</translation>
    </message>
    <message>
        <source>speaks: {speaker}</source>
        <translation>발언: {speaker}</translation>
    </message>
    <message>
        <source>to {addressee}</source>
        <translation>상대: {addressee}</translation>
    </message>
    <message>
        <source>Copy the quotation with its reference</source>
        <translation>인용문과 출처 복사</translation>
    </message>
    <message>
        <source>Copy selected words</source>
        <translation>선택한 글 복사</translation>
    </message>
    <message>
        <source>Copy quotation</source>
        <translation>인용문 복사</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>출처 표기 복사</translation>
    </message>
    <message>
        <source>Open source at this passage</source>
        <translation>이 대목의 원문 보기</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Copy image</source>
        <translation>이미지 복사</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>{w} × {h} pixels</source>
        <translation>{w} × {h} 픽셀</translation>
    </message>
    <message>
        <source>{w} × {h} mm</source>
        <translation>{w} × {h} mm</translation>
    </message>
    <message>
        <source>{n} pages with all sources</source>
        <translation>모든 출처를 담은 {n}쪽</translation>
    </message>
    <message>
        <source>The image is on the clipboard.</source>
        <translation>이미지를 클립보드에 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Current view</source>
        <translation>현재 화면</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>기간 지정</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>창과 같게</translation>
    </message>
    <message>
        <source>16:9, 1600 × 900</source>
        <translation>16:9, 1600 × 900</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 가로</translation>
    </message>
    <message>
        <source>A3 landscape</source>
        <translation>A3 가로</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>크기 지정</translation>
    </message>
    <message>
        <source>{n} dpi</source>
        <translation>{n} dpi</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄용</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>끝이 시작보다 앞섭니다.</translation>
    </message>
</context>
<context>
    <name>FiguresSection</name>
    <message>
        <source>for–against–abstaining</source>
        <translation>찬성–반대–기권</translation>
    </message>
    <message>
        <source>about {value}</source>
        <translation>약 {value}</translation>
    </message>
    <message>
        <source>absent: {n}</source>
        <translation>불참: {n}</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Click: on or off. Ctrl and click, or Enter: this alone.</source>
        <translation>클릭하면 켜고 끕니다. Ctrl+클릭이나 Enter는 이것만 보기입니다.</translation>
    </message>
    <message>
        <source>No actor named</source>
        <translation>행위자 없음</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n}개 더 보기</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Exact date</source>
        <translation>정확한 날짜</translation>
    </message>
    <message>
        <source>Approximate</source>
        <translation>대략</translation>
    </message>
    <message>
        <source>Disputed reading</source>
        <translation>해석 차이 있음</translation>
    </message>
    <message>
        <source>Not disputed</source>
        <translation>해석 차이 없음</translation>
    </message>
    <message>
        <source>Relation arcs</source>
        <translation>관련 사건 선</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>시기</translation>
    </message>
    <message>
        <source>The chronicle</source>
        <translation>기본 연표</translation>
    </message>
    <message>
        <source>{name} · issues: {n}</source>
        <translation>{name} · 문제 {n}건</translation>
    </message>
    <message>
        <source>{n} events</source>
        <translation>사건 {n}건</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>사건 1건</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>/ {total}건</translation>
    </message>
</context>
<context>
    <name>FirstRunHint</name>
    <message>
        <source>Scroll to zoom, drag to move</source>
        <translation>스크롤로 확대, 끌어서 이동</translation>
    </message>
    <message>
        <source>Click an event to read what its sources say.</source>
        <translation>사건을 누르면 출처가 전하는 내용을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Shapes are categories</source>
        <translation>모양은 분류</translation>
    </message>
    <message>
        <source>A hollow or dashed mark: the day is not known. A split ring: the reading is disputed.</source>
        <translation>속이 비거나 점선인 표시는 날짜를 모르는 사건, 갈라진 고리는 해석이 엇갈리는 사건입니다.</translation>
    </message>
    <message>
        <source>Numbers lead to related events</source>
        <translation>번호를 눌러 관련 사건으로</translation>
    </message>
    <message>
        <source>Press 1 to 9 to follow them, Backspace to come back, ? for all keys.</source>
        <translation>1~9로 따라가고 Backspace로 돌아오며 ?로 모든 단축키를 봅니다.</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>확인</translation>
    </message>
</context>
<context>
    <name>HeldBack</name>
    <message>
        <source>In the whole range: {n} of {total} events.</source>
        <translation>전체 기간에서는 사건 {total}건 중 {n}건이 보입니다.</translation>
    </message>
    <message>
        <source>Without {part}: {n} of {total} events.</source>
        <translation>{part} 해제 시 사건 {total}건 중 {n}건이 보입니다.</translation>
    </message>
    <message>
        <source>Together these leave nothing: {parts}. Reset the filters to see all events.</source>
        <translation>다음 조건을 함께 적용하면 남는 사건이 없습니다: {parts}. 필터를 초기화하면 모든 사건이 보입니다.</translation>
    </message>
    <message>
        <source>the search “{query}”</source>
        <translation>검색어 “{query}”</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>행위자</translation>
    </message>
    <message>
        <source>Certainty of the date</source>
        <translation>날짜의 확실성</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>해석</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>the filter “{name}”</source>
        <translation>필터 “{name}”</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Hits of the search</source>
        <translation>검색 결과</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>in {publisher}</source>
        <translation>{publisher} 게재</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>구절</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>짧은 제목</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>해석</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>다른 이름</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>행위자</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>식별자</translation>
    </message>
</context>
<context>
    <name>JumpField</name>
    <message>
        <source>Jump to a date</source>
        <translation>날짜로 이동</translation>
    </message>
    <message>
        <source>Aug 2015 · 2015-08 · 25 August 2015 · Aug–Dec 2015 · 2015년 8월</source>
        <translation>2015년 8월 · 2015-08 · 2015년 8월 25일 · 2015년 8~12월 · Aug 2015</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the whole range</source>
        <translation>전체 기간 개요</translation>
    </message>
</context>
<context>
    <name>PanelBar</name>
    <message>
        <source>Previous event in this lane</source>
        <translation>이 줄의 이전 사건</translation>
    </message>
    <message>
        <source>Next event in this lane</source>
        <translation>이 줄의 다음 사건</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>PanelHead</name>
    <message>
        <source>Initiator:</source>
        <translation>주도:</translation>
    </message>
    <message>
        <source>with {names}</source>
        <translation>· 관련: {names}</translation>
    </message>
    <message>
        <source>Also called {name} ({by})</source>
        <translation>다른 이름: {name} ({by})</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>{time}경</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>시각 비교</translation>
    </message>
</context>
<context>
    <name>PanelWords</name>
    <message>
        <source>Two readings</source>
        <translation>해석 차이</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>해석</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Related events</source>
        <translation>관련 사건</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>How this was dated</source>
        <translation>날짜 근거</translation>
    </message>
    <message>
        <source>settles</source>
        <translation>매듭지음</translation>
    </message>
    <message>
        <source>settled by</source>
        <translation>매듭지은 사건</translation>
    </message>
    <message>
        <source>led to</source>
        <translation>이어진 사건</translation>
    </message>
    <message>
        <source>came of</source>
        <translation>발단</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>앞선 사건</translation>
    </message>
    <message>
        <source>followed by</source>
        <translation>뒤따른 사건</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>응답 대상</translation>
    </message>
    <message>
        <source>answered by</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>disputes</source>
        <translation>반박 대상</translation>
    </message>
    <message>
        <source>disputed by</source>
        <translation>반박</translation>
    </message>
    <message>
        <source>reverses</source>
        <translation>뒤집은 사건</translation>
    </message>
    <message>
        <source>reversed by</source>
        <translation>뒤집음</translation>
    </message>
    <message>
        <source>same series</source>
        <translation>같은 계열</translation>
    </message>
    <message>
        <source>context</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>뒤</translation>
    </message>
    <message>
        <source>preceded</source>
        <translation>앞</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>결의</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>합의문</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>성명</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>연설</translation>
    </message>
    <message>
        <source>law</source>
        <translation>법령</translation>
    </message>
    <message>
        <source>report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>서한</translation>
    </message>
    <message>
        <source>transcript</source>
        <translation>녹취록</translation>
    </message>
    <message>
        <source>news agency</source>
        <translation>통신</translation>
    </message>
    <message>
        <source>press</source>
        <translation>언론</translation>
    </message>
    <message>
        <source>scholarship</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>published by the speaker</source>
        <translation>발언 당사자 발표</translation>
    </message>
    <message>
        <source>published by the other side</source>
        <translation>상대측 발표</translation>
    </message>
    <message>
        <source>relayed from a meeting</source>
        <translation>회담 내용 전언</translation>
    </message>
    <message>
        <source>reported by the press</source>
        <translation>언론 보도</translation>
    </message>
    <message>
        <source>recollected</source>
        <translation>회고</translation>
    </message>
    <message>
        <source>who did it</source>
        <translation>행위자</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>경위</translation>
    </message>
    <message>
        <source>when it happened</source>
        <translation>시점</translation>
    </message>
    <message>
        <source>how many</source>
        <translation>규모</translation>
    </message>
    <message>
        <source>what it means</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>일본어</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>중국어</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>러시아어</translation>
    </message>
    <message>
        <source>French</source>
        <translation>프랑스어</translation>
    </message>
    <message>
        <source>German</source>
        <translation>독일어</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>에스파냐어</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>서울</translation>
    </message>
    <message>
        <source>Pyongyang</source>
        <translation>평양</translation>
    </message>
    <message>
        <source>Washington</source>
        <translation>워싱턴</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>표결</translation>
    </message>
    <message>
        <source>participants</source>
        <translation>참가자</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>사망</translation>
    </message>
    <message>
        <source>wounded</source>
        <translation>부상</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>실종</translation>
    </message>
    <message>
        <source>shells</source>
        <translation>포탄</translation>
    </message>
    <message>
        <source>shots</source>
        <translation>총탄</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>발사 수</translation>
    </message>
    <message>
        <source>warning shots</source>
        <translation>경고사격</translation>
    </message>
    <message>
        <source>missiles</source>
        <translation>미사일</translation>
    </message>
    <message>
        <source>mines</source>
        <translation>지뢰</translation>
    </message>
    <message>
        <source>tonnes</source>
        <translation>톤</translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation>규모</translation>
    </message>
    <message>
        <source>families</source>
        <translation>가족</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>노동자</translation>
    </message>
    <message>
        <source>evacuated</source>
        <translation>대피</translation>
    </message>
    <message>
        <source>aircraft</source>
        <translation>항공기</translation>
    </message>
    <message>
        <source>ships</source>
        <translation>선박</translation>
    </message>
    <message>
        <source>submarines</source>
        <translation>잠수함</translation>
    </message>
    <message>
        <source>centrifuges</source>
        <translation>원심분리기</translation>
    </message>
    <message>
        <source>kilometres</source>
        <translation>킬로미터</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>분</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>vote share</source>
        <translation>득표율</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>확인되지 않음</translation>
    </message>
    <message>
        <source>checked {day} in a copy of the source</source>
        <translation>{day} 출처 사본에서 확인</translation>
    </message>
    <message>
        <source>checked {day} in an attached text</source>
        <translation>{day} 첨부된 글에서 확인</translation>
    </message>
    <message>
        <source>quotations checked {day} in a copy of the source</source>
        <translation>인용문은 {day} 출처 사본에서 확인</translation>
    </message>
    <message>
        <source>quotations checked {day} in an attached text</source>
        <translation>인용문은 {day} 첨부된 글에서 확인</translation>
    </message>
    <message>
        <source>quotations not verified</source>
        <translation>인용문은 확인되지 않음</translation>
    </message>
</context>
<context>
    <name>PeriodList</name>
    <message>
        <source>Periods in view: {n}</source>
        <translation>보이는 범위의 시기: {n}개</translation>
    </message>
    <message>
        <source>Enter shows the whole period</source>
        <translation>Enter 키로 시기 전체 보기</translation>
    </message>
</context>
<context>
    <name>Popups</name>
    <message>
        <source>Open a collection</source>
        <translation>자료집 열기</translation>
    </message>
    <message>
        <source>Collections (*.json)</source>
        <translation>자료집 (*.json)</translation>
    </message>
    <message>
        <source>Open a folder with a collection</source>
        <translation>자료집이 든 폴더 열기</translation>
    </message>
</context>
<context>
    <name>ProblemLines</name>
    <message>
        <source>Faults in the collection</source>
        <translation>자료집의 오류</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 파일</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>찾는 위치(&amp;L):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>파일 형식(&amp;T):</translation>
    </message>
</context>
<context>
    <name>ReadingCell</name>
    <message>
        <source>Enter shows this passage among the sources</source>
        <translation>Enter를 누르면 출처의 해당 대목을 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>ReadingsSection</name>
    <message>
        <source>Shown side by side. The timeline takes no side.</source>
        <translation>나란히 보여 줍니다. 연표는 어느 편도 들지 않습니다.</translation>
    </message>
    <message>
        <source>{readings}: {about}</source>
        <translation>{readings}: {about}</translation>
    </message>
</context>
<context>
    <name>RelatedSection</name>
    <message>
        <source>press 1–{n}</source>
        <translation>1–{n} 키</translation>
    </message>
    <message>
        <source>press 1</source>
        <translation>1 키</translation>
    </message>
    <message>
        <source>according to {where}</source>
        <translation>근거: {where}</translation>
    </message>
    <message>
        <source>later</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>같은 날</translation>
    </message>
    <message>
        <source>{time} later</source>
        <translation>{time} 뒤</translation>
    </message>
    <message>
        <source>{time} earlier</source>
        <translation>{time} 전</translation>
    </message>
</context>
<context>
    <name>SeriesSection</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>after</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Not known to be complete.</source>
        <translation>빠짐없는 목록인지 알 수 없음.</translation>
    </message>
    <message>
        <source>Complete from {start} to {end}, against {authority}.</source>
        <translation>{start}부터 {end}까지 {authority} 기준으로 빠짐없음.</translation>
    </message>
</context>
<context>
    <name>SourcesSection</name>
    <message>
        <source>1 excerpt</source>
        <translation>발췌 1건</translation>
    </message>
    <message>
        <source>{n} excerpts</source>
        <translation>발췌 {n}건</translation>
    </message>
    <message>
        <source>Summaries are ours. Words in quotation marks are the publisher’s.</source>
        <translation>요약은 우리가 썼고, 따옴표 안은 발행처의 글입니다.</translation>
    </message>
</context>
<context>
    <name>TimelineCanvas</name>
    <message>
        <source>Timeline</source>
        <translation>연표</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} 저장함</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>파일 위치 열기</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Search events, sources, people</source>
        <translation>사건, 출처, 인물 검색</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{total}건 중 {n}건</translation>
    </message>
</context>
<context>
    <name>WindowDeeds</name>
    <message>
        <source>The image of the timeline is on the clipboard.</source>
        <translation>연표 이미지를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>No period is in view.</source>
        <translation>보이는 범위에 시기가 없습니다.</translation>
    </message>
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>Open recent</source>
        <translation>최근 자료집</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>움직임 줄이기</translation>
    </message>
</context>
</TS>
