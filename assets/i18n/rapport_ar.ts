<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AnswerCard</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Told them</source>
        <translation>أُبلغوا</translation>
    </message>
</context>
<context>
    <name>AppRail</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>AppShell</name>
    <message>
        <source>PIN and lock</source>
        <translation>الرمز والقفل</translation>
    </message>
</context>
<context>
    <name>ArrivalBars</name>
    <message>
        <source>Arrivals</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <source>this tablet</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Nobody counted yet</source>
        <translation>لم يُعَدّ أحد بعد</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n people</source>
        <translation>
            <numerusform>%1: لا أحد</numerusform>
            <numerusform>%1: شخص واحد</numerusform>
            <numerusform>%1: شخصان</numerusform>
            <numerusform>%1: %n أشخاص</numerusform>
            <numerusform>%1: %n شخصًا</numerusform>
            <numerusform>%1: %n شخص</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>CaptureBar</name>
    <message>
        <source>Capture now</source>
        <translation>سجّل الآن</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>رأي</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>وعد</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>عدّ</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>استطلاع</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>ConflictScreen</name>
    <message>
        <source>Close, decide later</source>
        <translation>أغلق وقرّر لاحقًا</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>أبقِه</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>احذفه</translation>
    </message>
    <message>
        <source>Ask the coordinator</source>
        <translation>اسأل المنسّق</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>حُسم %1 من %2</translation>
    </message>
    <message>
        <source>Save my answer</source>
        <translation>احفظ إجابتي</translation>
    </message>
</context>
<context>
    <name>ConflictSides</name>
    <message>
        <source>Applied</source>
        <translation>تم التطبيق</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>لم يُرسل بعد</translation>
    </message>
</context>
<context>
    <name>ConsentPicker</name>
    <message>
        <source>With first name</source>
        <translation>بالاسم الأول</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>دون اسم</translation>
    </message>
    <message>
        <source>Keep private</source>
        <translation>يبقى خاصًا</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>By when?</source>
        <translation>متى الموعد؟</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>أبكر</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
</context>
<context>
    <name>DropPlace</name>
    <message>
        <source>Let go here to add it</source>
        <translation>أفلت هنا لإضافته</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Promises</source>
        <translation>الوعود</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Language and colours</source>
        <translation>اللغة والألوان</translation>
    </message>
    <message>
        <source>Rapport</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Keeping what we promise</source>
        <translation>نفي بما نعد به</translation>
    </message>
    <message>
        <source>Make this tablet yours</source>
        <translation>اجعل هذا الجهاز لك</translation>
    </message>
    <message>
        <source>Ask your coordinator for a link or a code. Paste the link or type the code here. This needs a connection, once.</source>
        <translation>اطلب من منسّقك رابطًا أو رمزًا. الصق الرابط أو اكتب الرمز هنا. يلزم اتصال مرة واحدة.</translation>
    </message>
    <message>
        <source>Link or code</source>
        <translation>رابط أو رمز</translation>
    </message>
    <message>
        <source>For example K7Q2M-9TXWA-…</source>
        <translation>مثلًا K7Q2M-9TXWA-…</translation>
    </message>
    <message>
        <source>Address of the office</source>
        <translation>عنوان المكتب</translation>
    </message>
    <message>
        <source>It stands beside the code, like office.example.org</source>
        <translation>تجده بجانب الرمز، مثل office.example.org</translation>
    </message>
    <message>
        <source>Talking to the office</source>
        <translation>جارٍ التواصل مع المكتب</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Everything you write stays on this tablet until the office has it.</source>
        <translation>كل ما تكتبه يبقى على هذا الجهاز حتى يصل إلى المكتب.</translation>
    </message>
</context>
<context>
    <name>EnrolWords</name>
    <message>
        <source>Read these words to your coordinator</source>
        <translation>اقرأ هذه الكلمات لمنسّقك</translation>
    </message>
    <message>
        <source>They must see the same three words. Once they say so, this goes on by itself.</source>
        <translation>يجب أن يروا الكلمات الثلاث نفسها. حين يؤكدون ذلك يستمر هذا وحده.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>توقف عن الانتظار</translation>
    </message>
</context>
<context>
    <name>EventPane</name>
    <message>
        <source>Two versions, pick one</source>
        <translation>نسختان، اختر واحدة</translation>
    </message>
    <message>
        <source>How they do things</source>
        <translation>كيف يفعلون الأشياء</translation>
    </message>
    <message>
        <source>Bring</source>
        <translation>أحضِر</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>افتح الجلسة</translation>
    </message>
    <message>
        <source>Open tally</source>
        <translation>افتح العدّاد</translation>
    </message>
    <message>
        <source>Write something down about it</source>
        <translation>دوّن شيئًا عنه</translation>
    </message>
    <message>
        <source>Hand over for the pulse</source>
        <translation>تسليم الجهاز للاستطلاع</translation>
    </message>
</context>
<context>
    <name>EventsScreen</name>
    <message>
        <source>Events</source>
        <translation>الفعاليات</translation>
    </message>
    <message>
        <source>What was</source>
        <translation>ما مضى</translation>
    </message>
    <message>
        <source>What is open and what comes</source>
        <translation>ما هو مفتوح وما هو قادم</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>القادمة</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>الماضية</translation>
    </message>
    <message>
        <source>No past events</source>
        <translation>لا فعاليات ماضية</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>لا شيء مخطط</translation>
    </message>
    <message>
        <source>Events show here as soon as the office plans them.</source>
        <translation>تظهر الفعاليات هنا حالما يخطط لها المكتب.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This is too long to be saved. Make it shorter, then save again.</source>
        <translation>هذا أطول من أن يُحفظ. اختصره ثم احفظ مرة أخرى.</translation>
    </message>
    <message>
        <source>This is no longer on this tablet. Go back and choose it again.</source>
        <translation>لم يعد هذا على هذا الجهاز. ارجع واختره من جديد.</translation>
    </message>
    <message>
        <source>This was not accepted. What is saved here is safe. Ask your coordinator.</source>
        <translation>لم يُقبل هذا. ما حُفظ هنا آمن. اسأل منسّقك.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Look at it again, then try again.</source>
        <translation>غيّر أحدهم هذا في هذه الأثناء. راجعه ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The office cannot be reached now. Everything is safe here. Try again later.</source>
        <translation>لا يمكن الوصول إلى المكتب الآن. كل شيء آمن هنا. حاول لاحقًا.</translation>
    </message>
    <message>
        <source>Could not save. The tablet has no space left. Your text is still here. Delete old photos, then save again.</source>
        <translation>تعذّر الحفظ. لم تبقَ مساحة على الجهاز. نصك ما زال هنا. احذف صورًا قديمة ثم احفظ مرة أخرى.</translation>
    </message>
    <message>
        <source>Could not save on this tablet. Your text is still here. Try again; if it stays so, tell your coordinator.</source>
        <translation>تعذّر الحفظ على هذا الجهاز. نصك ما زال هنا. حاول مرة أخرى؛ وإن استمر ذلك فأخبر منسّقك.</translation>
    </message>
    <message>
        <source>This app is too old. Update it; everything here is safe.</source>
        <translation>هذا التطبيق قديم. حدّثه؛ كل شيء هنا آمن.</translation>
    </message>
    <message>
        <source>The office does not know this tablet any more. Everything is safe here. Ask your coordinator for a new code.</source>
        <translation>لم يعد المكتب يعرف هذا الجهاز. كل شيء آمن هنا. اطلب رمزًا جديدًا من منسّقك.</translation>
    </message>
    <message>
        <source>Something here is not right yet. Look it over, then try again.</source>
        <translation>شيء هنا ليس صحيحًا بعد. راجعه ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Something went wrong. What was saved is safe. Try again.</source>
        <translation>حدث خطأ ما. ما حُفظ آمن. حاول مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>FeedbackScreen</name>
    <message>
        <source>Close, the draft stays</source>
        <translation>أغلق، المسودة تبقى</translation>
    </message>
    <message>
        <source>Quick feedback</source>
        <translation>رأي سريع</translation>
    </message>
    <message>
        <source>Draft is kept on this tablet until you save</source>
        <translation>تبقى المسودة على هذا الجهاز حتى تحفظ</translation>
    </message>
    <message>
        <source>What kind?</source>
        <translation>ما نوعه؟</translation>
    </message>
    <message>
        <source>How did it reach us?</source>
        <translation>كيف وصلنا؟</translation>
    </message>
</context>
<context>
    <name>FeedbackWords</name>
    <message>
        <source>In their words</source>
        <translation>بكلماتهم</translation>
    </message>
    <message>
        <source>Leave out names, phone numbers and addresses.</source>
        <translation>لا تكتب أسماء أو أرقام هواتف أو عناوين.</translation>
    </message>
    <message>
        <source>Save feedback</source>
        <translation>احفظ الرأي</translation>
    </message>
    <message>
        <source>Seal and save</source>
        <translation>اختم واحفظ</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Choose day</source>
        <translation>اختر يومًا</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>جهة أخرى</translation>
    </message>
    <message>
        <source>Takes it out</source>
        <translation>يزيله</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>اختر</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>اختر غيره</translation>
    </message>
    <message>
        <source>There is nothing to choose from on this tablet yet.</source>
        <translation>لا يوجد بعد ما تختار منه على هذا الجهاز اللوحي.</translation>
    </message>
</context>
<context>
    <name>FieldHead</name>
    <message>
        <source>Ask for it</source>
        <translation>اسأل عنه</translation>
    </message>
</context>
<context>
    <name>FileGallery</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>This picture cannot be shown here. The file is safe.</source>
        <translation>لا يمكن عرض هذه الصورة هنا. الملف آمن.</translation>
    </message>
    <message>
        <source>A coordinator can open it in the office.</source>
        <translation>يمكن للمنسّق فتحه في المكتب.</translation>
    </message>
    <message>
        <source>Only the office can look at it.</source>
        <translation>المكتب وحده يستطيع رؤيته.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>اجلبه</translation>
    </message>
    <message>
        <source>Caption and consent</source>
        <translation>الوصف والموافقة</translation>
    </message>
</context>
<context>
    <name>FilesButton</name>
    <message>
        <source>Photos and files · %1</source>
        <translation>الصور والملفات · %1</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>الصور والملفات</translation>
    </message>
</context>
<context>
    <name>FilesScreen</name>
    <message>
        <source>Photos and files</source>
        <translation>الصور والملفات</translation>
    </message>
</context>
<context>
    <name>FindScreen</name>
    <message>
        <source>What do you want to write down?</source>
        <translation>ماذا تريد أن تدوّن؟</translation>
    </message>
    <message>
        <source>Find or write down</source>
        <translation>ابحث أو دوّن</translation>
    </message>
    <message>
        <source>Search in everything on this tablet</source>
        <translation>ابحث في كل ما على هذا الجهاز اللوحي</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>ابحث بالاسم</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>There are older ones. Search by name to find them.</source>
        <translation>توجد سجلات أقدم. ابحث عنها بالاسم.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>لا شيء هنا بعد</translation>
    </message>
    <message>
        <source>Nothing by that name</source>
        <translation>لا شيء بهذا الاسم</translation>
    </message>
    <message>
        <source>What you or the office write down shows here.</source>
        <translation>يظهر هنا ما تدوّنه أنت أو المكتب.</translation>
    </message>
    <message>
        <source>Only names are searched, of what is on this tablet.</source>
        <translation>يشمل البحث أسماء ما على هذا الجهاز اللوحي فقط.</translation>
    </message>
</context>
<context>
    <name>FormSheets</name>
    <message>
        <source>Add</source>
        <translation>أضف</translation>
    </message>
    <message>
        <source>Which day?</source>
        <translation>أي يوم؟</translation>
    </message>
</context>
<context>
    <name>GalleryButtons</name>
    <message>
        <source>Main action</source>
        <translation>الإجراء الرئيسي</translation>
    </message>
    <message>
        <source>64 high</source>
        <translation>الارتفاع 64</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Save promise</source>
        <translation>احفظ الوعد</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>مضغوط</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>محدَّد</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>غير متاح</translation>
    </message>
    <message>
        <source>Say who it is for first</source>
        <translation>حدّد لمن الوعد أولًا</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>Second action</source>
        <translation>الإجراء الثاني</translation>
    </message>
    <message>
        <source>56 to 64 high</source>
        <translation>الارتفاع 56 إلى 64</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>تراجع عن الأخير</translation>
    </message>
    <message>
        <source>Needs a connection</source>
        <translation>يلزمه اتصال</translation>
    </message>
    <message>
        <source>For few eyes</source>
        <translation>لقلّة من العيون</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>Tint and marigold</source>
        <translation>تلوين وذهبي</translation>
    </message>
    <message>
        <source>Told them</source>
        <translation>أُبلغوا</translation>
    </message>
    <message>
        <source>For you, now</source>
        <translation>لك، الآن</translation>
    </message>
    <message>
        <source>Open tally</source>
        <translation>افتح العدّاد</translation>
    </message>
</context>
<context>
    <name>GalleryCards</name>
    <message>
        <source>I leave work at five. By the time I cross the river, the door is locked.</source>
        <translation>أخرج من العمل في الخامسة. وحين أعبر النهر يكون الباب مغلقًا.</translation>
    </message>
    <message>
        <source>May share, no name</source>
        <translation>يمكن نشره، دون اسم</translation>
    </message>
    <message>
        <source>My daughter had to explain the dose to me.</source>
        <translation>اضطرت ابنتي أن تشرح لي الجرعة.</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>خاص</translation>
    </message>
    <message>
        <source>Bring</source>
        <translation>أحضِر</translation>
    </message>
    <message>
        <source>Listening session</source>
        <translation>جلسة استماع</translation>
    </message>
    <message>
        <source>Two versions, pick one</source>
        <translation>نسختان، اختر واحدة</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>فعالية</translation>
    </message>
    <message>
        <source>Large-print medicine cards</source>
        <translation>بطاقات أدوية بخط كبير</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Bus timetable in Spanish</source>
        <translation>جدول الحافلات بالإسبانية</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>Will the van come back after the holidays?</source>
        <translation>هل ستعود العيادة المتنقلة بعد الأعياد؟</translation>
    </message>
    <message>
        <source>Yes. Every Saturday from 9 January.</source>
        <translation>نعم. كل يوم سبت ابتداءً من 9 يناير.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>أُقيمت</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>مفتوح الآن</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>تم التطبيق</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>نسختان</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>مختوم</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>أُعيد إليك</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>تمت المراجعة</translation>
    </message>
</context>
<context>
    <name>GalleryCounting</name>
    <message>
        <source>Tally tile</source>
        <translation>خانة العدّ</translation>
    </message>
    <message>
        <source>at least 120 × 96</source>
        <translation>على الأقل 120 × 96</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation>عدّ</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>مضغوط</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>محدَّد</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>غير متاح</translation>
    </message>
    <message>
        <source>Event is closed</source>
        <translation>الفعالية مغلقة</translation>
    </message>
    <message>
        <source>Just tapped</source>
        <translation>لُمس للتو</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>تراجع عن الأخير</translation>
    </message>
    <message>
        <source>84 high</source>
        <translation>الارتفاع 84</translation>
    </message>
    <message>
        <source>Large choice</source>
        <translation>اختيار كبير</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>شكر</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>فكرة</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>No faces, no red and green</source>
        <translation>لا وجوه، لا أحمر ولا أخضر</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>لا أبدًا</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>قليلًا</translation>
    </message>
    <message>
        <source>Somewhat</source>
        <translation>نوعًا ما</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>غالبًا</translation>
    </message>
    <message>
        <source>Completely</source>
        <translation>تمامًا</translation>
    </message>
</context>
<context>
    <name>GalleryFields</name>
    <message>
        <source>Text field</source>
        <translation>حقل نص</translation>
    </message>
    <message>
        <source>60 high, label above</source>
        <translation>الارتفاع 60، العنوان فوقه</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>أضف ملاحظة</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>مضغوط</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>محدَّد</translation>
    </message>
    <message>
        <source>Chairs and water</source>
        <translation>كراسٍ وماء</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>غير متاح</translation>
    </message>
    <message>
        <source>Only Noor can edit</source>
        <translation>نور وحدها تعدّل</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Choose a date after today</source>
        <translation>اختر تاريخًا بعد اليوم</translation>
    </message>
    <message>
        <source>Seal switch</source>
        <translation>مفتاح الختم</translation>
    </message>
    <message>
        <source>84 × 56</source>
        <translation>84 × 56</translation>
    </message>
    <message>
        <source>Safety worry</source>
        <translation>قلق على السلامة</translation>
    </message>
    <message>
        <source>What is sealed stays sealed</source>
        <translation>ما خُتم يبقى مختومًا</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>Nothing is chosen for them</source>
        <translation>لا شيء يُختار عنهم</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>Two ways of one thing</source>
        <translation>طريقتان لشيء واحد</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>For few eyes</source>
        <translation>لقلّة من العيون</translation>
    </message>
</context>
<context>
    <name>GalleryPills</name>
    <message>
        <source>Choice pill</source>
        <translation>زر اختيار</translation>
    </message>
    <message>
        <source>56 high</source>
        <translation>الارتفاع 56</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Bus times</source>
        <translation>مواعيد الحافلة</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>مضغوط</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>محدَّد</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>غير متاح</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>Icon button</source>
        <translation>زر أيقونة</translation>
    </message>
    <message>
        <source>56 × 56</source>
        <translation>56 × 56</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>No edge</source>
        <translation>دون حافة</translation>
    </message>
</context>
<context>
    <name>GalleryShell</name>
    <message>
        <source>Tablet components and states</source>
        <translation>مكوّنات الجهاز وحالاتها</translation>
    </message>
    <message>
        <source>Offline is not a look: it is a word in the sync pill, so every control stays the same with no connection.</source>
        <translation>عدم الاتصال ليس مظهرًا: هو كلمة في شارة المزامنة، فيبقى كل عنصر كما هو دون اتصال.</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>الأزرار</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>الحقول</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>العدّ</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>البطاقات</translation>
    </message>
    <message>
        <source>Empty, loading, error</source>
        <translation>فارغ، تحميل، خطأ</translation>
    </message>
</context>
<context>
    <name>GalleryStates</name>
    <message>
        <source>No promises due</source>
        <translation>لا وعود مستحقة</translation>
    </message>
    <message>
        <source>When you promise something, it shows here until you keep it and tell them.</source>
        <translation>حين تعد بشيء يظهر هنا حتى تفي به وتبلغهم.</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>وعد جديد</translation>
    </message>
    <message>
        <source>Opening partners</source>
        <translation>جارٍ فتح الشركاء</translation>
    </message>
    <message>
        <source>Grey bars for 1 second, then words. No spinner alone.</source>
        <translation>أشرطة رمادية لثانية ثم كلمات. لا دوّامة وحدها.</translation>
    </message>
    <message>
        <source>This photo will not open</source>
        <translation>هذه الصورة لا تُفتح</translation>
    </message>
    <message>
        <source>The file is damaged. The note beside it is fine.</source>
        <translation>الملف تالف. الملاحظة بجانبه سليمة.</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>التقطها مجددًا</translation>
    </message>
    <message>
        <source>Last known, %1</source>
        <translation>آخر ما نعرفه، %1</translation>
    </message>
    <message>
        <source>Other tablets may have more. Numbers update by themselves.</source>
        <translation>قد يكون لدى الأجهزة الأخرى أكثر. تتحدث الأرقام وحدها.</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>تابع العمل</translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation>أين أنت</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الفعاليات</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>الوعود</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>الشركاء</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
</context>
<context>
    <name>GallerySync</name>
    <message>
        <source>The only place that says how data is doing</source>
        <translation>المكان الوحيد الذي يقول كيف حال البيانات</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 في الانتظار</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>جارٍ الإرسال</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>أُرسل كل شيء</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>أُعيد إليك</translation>
    </message>
    <message>
        <source>%1 to fix</source>
        <translation>%1 للتصحيح</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>نسختان</translation>
    </message>
    <message>
        <source>pick one</source>
        <translation>اختر واحدة</translation>
    </message>
    <message>
        <source>Tablet is full</source>
        <translation>الجهاز ممتلئ</translation>
    </message>
    <message>
        <source>free up space</source>
        <translation>أفرغ مساحة</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>سجّل الدخول مجددًا</translation>
    </message>
    <message>
        <source>all safe here</source>
        <translation>كل شيء محفوظ</translation>
    </message>
    <message>
        <source>Thread and bytes</source>
        <translation>الخيط والبايتات</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>تم الرفع</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>تم التطبيق</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>تمت المراجعة</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>وُعد</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>جارٍ</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>أُنجز</translation>
    </message>
    <message>
        <source>Told back</source>
        <translation>أُبلغوا</translation>
    </message>
    <message>
        <source>Paused at %1 of %2 MB</source>
        <translation>متوقف عند %1 من %2 م.ب</translation>
    </message>
    <message>
        <source>carries on by itself</source>
        <translation>يكمل وحده</translation>
    </message>
    <message>
        <source>Promise saved here</source>
        <translation>الوعد محفوظ هنا</translation>
    </message>
    <message>
        <source>Stays until it is solved</source>
        <translation>يبقى حتى يُحلّ</translation>
    </message>
    <message>
        <source>Could not save.</source>
        <translation>تعذّر الحفظ.</translation>
    </message>
    <message>
        <source>The tablet has no space left. Your text is still here. Delete old photos, then save again.</source>
        <translation>لم تبقَ مساحة على الجهاز. نصك ما زال هنا. احذف صورًا قديمة ثم احفظ مرة أخرى.</translation>
    </message>
    <message>
        <source>Numbers from other tablets come by themselves.</source>
        <translation>أرقام الأجهزة الأخرى تصل وحدها.</translation>
    </message>
    <message>
        <source>The date is in the past. Choose a new date.</source>
        <translation>التاريخ مضى. اختر تاريخًا جديدًا.</translation>
    </message>
    <message>
        <source>Two versions, pick one</source>
        <translation>نسختان، اختر واحدة</translation>
    </message>
    <message>
        <source>Everything adds up.</source>
        <translation>كل شيء متطابق.</translation>
    </message>
</context>
<context>
    <name>HeroEvent</name>
    <message>
        <source>Open now</source>
        <translation>مفتوح الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n people so far</source>
        <translation>
            <numerusform>لا أحد حتى الآن</numerusform>
            <numerusform>شخص واحد حتى الآن</numerusform>
            <numerusform>شخصان حتى الآن</numerusform>
            <numerusform>%n أشخاص حتى الآن</numerusform>
            <numerusform>%n شخصًا حتى الآن</numerusform>
            <numerusform>%n شخص حتى الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people so far</source>
        <comment>after their number</comment>
        <translation>
            <numerusform>شخص حتى الآن</numerusform>
            <numerusform>شخص حتى الآن</numerusform>
            <numerusform>شخصان حتى الآن</numerusform>
            <numerusform>أشخاص حتى الآن</numerusform>
            <numerusform>شخصًا حتى الآن</numerusform>
            <numerusform>شخص حتى الآن</numerusform>
        </translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>افتح الجلسة</translation>
    </message>
    <message>
        <source>Open tally</source>
        <translation>افتح العدّاد</translation>
    </message>
</context>
<context>
    <name>KioskBar</name>
    <message>
        <source>Hold for three seconds to give the tablet back</source>
        <translation>اضغط ثلاث ثوانٍ لإعادة الجهاز</translation>
    </message>
    <message>
        <source>Private. No name, no photo, no account.</source>
        <translation>خاص. بلا اسم ولا صورة ولا حساب.</translation>
    </message>
</context>
<context>
    <name>KioskFinish</name>
    <message>
        <source>Hand in your answers?</source>
        <translation>هل تسلّم إجاباتك؟</translation>
    </message>
    <message>
        <source>You answered none of them</source>
        <translation>لم تُجب عن أي سؤال</translation>
    </message>
    <message>
        <source>You answered %1 of %2. Once they are handed in, nobody can find yours again to change it, you neither.</source>
        <translation>أجبت عن %1 من %2. بعد التسليم لا يستطيع أحد أن يجد إجاباتك من جديد ليغيرها، ولا أنت.</translation>
    </message>
    <message>
        <source>That is fine. Nothing is kept.</source>
        <translation>لا بأس. لا يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>تخلّص منها</translation>
    </message>
</context>
<context>
    <name>KioskQuestion</name>
    <message>
        <source>Tap one. There is no wrong answer.</source>
        <translation>المس خيارًا واحدًا. لا توجد إجابة خاطئة.</translation>
    </message>
    <message>
        <source>Prefer not to say</source>
        <translation>أفضّل ألا أقول</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>السؤال %1 من %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>KioskScreen</name>
    <message>
        <source>Stop here?</source>
        <translation>هل تتوقف هنا؟</translation>
    </message>
    <message>
        <source>Your answers so far are thrown away.</source>
        <translation>تُحذف إجاباتك حتى الآن.</translation>
    </message>
    <message>
        <source>Throw away and stop</source>
        <translation>حذف وإيقاف</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message numerus="yes">
        <source>Your answers are thrown away in %n s.</source>
        <translation>
            <numerusform>تُحذف إجاباتك بعد %n ث.</numerusform>
            <numerusform>تُحذف إجاباتك بعد %n ث.</numerusform>
            <numerusform>تُحذف إجاباتك بعد %n ث.</numerusform>
            <numerusform>تُحذف إجاباتك بعد %n ث.</numerusform>
            <numerusform>تُحذف إجاباتك بعد %n ث.</numerusform>
            <numerusform>تُحذف إجاباتك بعد %n ث.</numerusform>
        </translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>ما زلت هنا</translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation>العودة إلى الأسئلة</translation>
    </message>
</context>
<context>
    <name>KioskStartScreen</name>
    <message>
        <source>Hand over for the pulse</source>
        <translation>تسليم الجهاز للاستطلاع</translation>
    </message>
    <message>
        <source>No pulse is asked just now</source>
        <translation>لا يوجد استطلاع ثقة الآن</translation>
    </message>
    <message>
        <source>The office opens one for some weeks. It shows here then.</source>
        <translation>يفتح المكتب استطلاعًا لعدة أسابيع، وعندها يظهر هنا.</translation>
    </message>
    <message>
        <source>Who answers?</source>
        <translation>من يجيب؟</translation>
    </message>
    <message>
        <source>Choose a group</source>
        <translation>اختر مجموعة</translation>
    </message>
    <message>
        <source>From then on the tablet shows nothing but the questions, to one person after the other. You do not see their answers, and neither does this app show them to anybody here.</source>
        <translation>من تلك اللحظة لا يعرض الجهاز إلا الأسئلة، لشخص بعد آخر. لا ترى إجاباتهم، ولا يعرضها التطبيق لأحد هنا.</translation>
    </message>
    <message>
        <source>To take it back: hold the mark in the corner for three seconds, then type the PIN.</source>
        <translation>لاستعادته: اضغط على الشعار في الزاوية ثلاث ثوانٍ، ثم اكتب الرمز السري.</translation>
    </message>
    <message>
        <source>This tablet has no PIN. You choose one now; it goes again when you take the tablet back.</source>
        <translation>ليس لهذا الجهاز رمز سري. اختر واحدًا الآن، ويزول عندما تستعيد الجهاز.</translation>
    </message>
    <message>
        <source>Start, and hand it over</source>
        <translation>ابدأ وسلّم الجهاز</translation>
    </message>
    <message>
        <source>Choose a PIN and start</source>
        <translation>اختر رمزًا سريًا وابدأ</translation>
    </message>
</context>
<context>
    <name>KioskThanks</name>
    <message>
        <source>Thank you</source>
        <translation>شكرًا لك</translation>
    </message>
    <message>
        <source>Your answers are saved on this tablet. They go to the office together with those of others, without your name.</source>
        <translation>إجاباتك محفوظة على هذا الجهاز. تذهب إلى المكتب مع إجابات الآخرين، بلا اسمك.</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Please give the tablet back, or to the next person.</source>
        <translation>من فضلك أعد الجهاز، أو أعطه للشخص التالي.</translation>
    </message>
    <message>
        <source>For the next person</source>
        <translation>للشخص التالي</translation>
    </message>
</context>
<context>
    <name>KioskWelcome</name>
    <message>
        <source>How are we doing?</source>
        <translation>كيف هو عملنا؟</translation>
    </message>
    <message numerus="yes">
        <source>%n short sentences about our team. For each one, tap how much you agree. You may skip any of them, and stop at any time.</source>
        <translation>
            <numerusform>لا توجد جمل عن فريقنا الآن.</numerusform>
            <numerusform>جملة قصيرة واحدة عن فريقنا. المس مقدار موافقتك. يمكنك تجاوزها والتوقف في أي وقت.</numerusform>
            <numerusform>جملتان قصيرتان عن فريقنا. في كل منهما المس مقدار موافقتك. يمكنك تجاوز أي منهما والتوقف في أي وقت.</numerusform>
            <numerusform>%n جمل قصيرة عن فريقنا. في كل منها المس مقدار موافقتك. يمكنك تجاوز أي منها والتوقف في أي وقت.</numerusform>
            <numerusform>%n جملة قصيرة عن فريقنا. في كل منها المس مقدار موافقتك. يمكنك تجاوز أي منها والتوقف في أي وقت.</numerusform>
            <numerusform>%n جملة قصيرة عن فريقنا. في كل منها المس مقدار موافقتك. يمكنك تجاوز أي منها والتوقف في أي وقت.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your name is neither asked nor kept. Kept with your answers: your group, this week and your language.</source>
        <translation>لا يُسأل عن اسمك ولا يُحفظ. يُحفظ مع إجاباتك: مجموعتك وهذا الأسبوع ولغتك.</translation>
    </message>
    <message>
        <source>The app shows your answers to nobody on this tablet. At the office it shows what several people said, together.</source>
        <translation>لا يعرض التطبيق إجاباتك لأحد على هذا الجهاز. وفي المكتب يعرض ما قاله عدة أشخاص معًا.</translation>
    </message>
    <message>
        <source>Where few people answer, somebody may still guess. Say only what you want to say.</source>
        <translation>حيث يجيب عدد قليل قد يخمّن أحد ما. قل فقط ما تريد قوله.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>ابدأ</translation>
    </message>
</context>
<context>
    <name>LostPinPage</name>
    <message>
        <source>A lost PIN</source>
        <translation>رمز سري مفقود</translation>
    </message>
    <message>
        <source>Ask your coordinator for a link or a code with your name, as for a new tablet. It takes the PIN away, and nothing else: all that is saved here stays, sent or not. This needs a connection.</source>
        <translation>اطلب من المنسق رابطًا أو رمزًا باسمك، كما لجهاز جديد. يزيل الرمز السري ولا شيء غيره: يبقى كل ما حُفظ هنا، أُرسل أو لم يُرسل. يحتاج هذا إلى اتصال.</translation>
    </message>
    <message>
        <source>Link or code</source>
        <translation>رابط أو رمز</translation>
    </message>
    <message>
        <source>Address of the office</source>
        <translation>عنوان المكتب</translation>
    </message>
    <message>
        <source>Talking to the office</source>
        <translation>جارٍ التحدث مع المكتب</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>إزالة الرمز السري</translation>
    </message>
    <message>
        <source>Back to the PIN</source>
        <translation>العودة إلى الرمز السري</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>NoteComposer</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>Their words, as they said them</source>
        <translation>كلماتهم كما قالوها</translation>
    </message>
    <message>
        <source>What you heard or saw</source>
        <translation>ما سمعته أو رأيته</translation>
    </message>
    <message>
        <source>Did they
agree?</source>
        <translation>هل
وافقوا؟</translation>
    </message>
    <message>
        <source>Their first name</source>
        <translation>اسمهم الأول</translation>
    </message>
    <message>
        <source>Save quote</source>
        <translation>احفظ الاقتباس</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>احفظ الملاحظة</translation>
    </message>
</context>
<context>
    <name>NoteStream</name>
    <message numerus="yes">
        <source>%n earlier notes</source>
        <translation>
            <numerusform>لا ملاحظات سابقة</numerusform>
            <numerusform>ملاحظة سابقة واحدة</numerusform>
            <numerusform>ملاحظتان سابقتان</numerusform>
            <numerusform>%n ملاحظات سابقة</numerusform>
            <numerusform>%n ملاحظة سابقة</numerusform>
            <numerusform>%n ملاحظة سابقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes and quotes show here as you save them.</source>
        <translation>تظهر الملاحظات والاقتباسات هنا كلما حفظتها.</translation>
    </message>
</context>
<context>
    <name>OneTap</name>
    <message>
        <source>Taken back, saved here</source>
        <translation>تم التراجع، محفوظ هنا</translation>
    </message>
    <message>
        <source>Promise kept, saved here. Now tell them.</source>
        <translation>تم الوفاء بالوعد، محفوظ هنا. أخبرهم الآن.</translation>
    </message>
    <message>
        <source>Told back, saved here</source>
        <translation>أُبلغوا، محفوظ هنا</translation>
    </message>
</context>
<context>
    <name>PartnerLine</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>نسختان</translation>
    </message>
</context>
<context>
    <name>PartnerPane</name>
    <message>
        <source>Two versions, pick one</source>
        <translation>نسختان، اختر واحدة</translation>
    </message>
    <message>
        <source>How they do things</source>
        <translation>كيف يفعلون الأشياء</translation>
    </message>
    <message>
        <source>When we meet</source>
        <translation>متى نلتقي</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>دوّن</translation>
    </message>
</context>
<context>
    <name>PartnersScreen</name>
    <message>
        <source>Partners</source>
        <translation>الشركاء</translation>
    </message>
    <message numerus="yes">
        <source>%n partners</source>
        <translation>
            <numerusform>لا شركاء</numerusform>
            <numerusform>شريك واحد</numerusform>
            <numerusform>شريكان</numerusform>
            <numerusform>%n شركاء</numerusform>
            <numerusform>%n شريكًا</numerusform>
            <numerusform>%n شريك</numerusform>
        </translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>ابحث بالاسم</translation>
    </message>
    <message>
        <source>No partners yet</source>
        <translation>لا شركاء بعد</translation>
    </message>
    <message>
        <source>Nobody by that name</source>
        <translation>لا أحد بهذا الاسم</translation>
    </message>
    <message>
        <source>Partners show here as soon as the office has them.</source>
        <translation>يظهر الشركاء هنا حالما يسجّلهم المكتب.</translation>
    </message>
</context>
<context>
    <name>PinGate</name>
    <message>
        <source>I do not know the PIN any more</source>
        <translation>لم أعد أعرف الرمز السري</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>One moment</source>
        <translation>لحظة</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>مسح آخر رقم</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
</context>
<context>
    <name>PinSettings</name>
    <message>
        <source>Keeps others out of the screens: it is asked for when the app starts, when you lock it, and when nobody touched it for a while. It does not encrypt what lies on the tablet.</source>
        <translation>يمنع الآخرين من فتح الشاشات: يُطلب عند بدء التطبيق، وعندما تقفله، وعندما لا يلمسه أحد مدة. لا يشفّر ما على الجهاز.</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>اقفل الآن</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>تغيير الرمز</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>وضع رمز سري</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>إزالة الرمز</translation>
    </message>
    <message>
        <source>Lock by itself when nobody touched it for</source>
        <translation>يُقفل وحده إذا لم يلمسه أحد مدة</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 د</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 د</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 د</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <source>Remove the PIN</source>
        <translation>إزالة الرمز</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>تغيير الرمز</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>وضع رمز سري</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الفعاليات</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>الوعود</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>الشركاء</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>نسختان</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>وُعد</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>جارٍ</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>أُنجز</translation>
    </message>
    <message>
        <source>Told back</source>
        <translation>أُبلغوا</translation>
    </message>
    <message>
        <source>Pick one</source>
        <translation>اختر واحدة</translation>
    </message>
    <message>
        <source>Told them</source>
        <translation>أُبلغوا</translation>
    </message>
    <message>
        <source>They kept it</source>
        <translation>وفوا به</translation>
    </message>
</context>
<context>
    <name>PromiseQuestions</name>
    <message>
        <source>What did we promise?</source>
        <translation>بماذا وعدنا؟</translation>
    </message>
    <message>
        <source>What did they promise?</source>
        <translation>بماذا وعدوا؟</translation>
    </message>
    <message>
        <source>What we will do</source>
        <translation>ما سنفعله</translation>
    </message>
    <message>
        <source>What they will do</source>
        <translation>ما سيفعلونه</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>لمن؟</translation>
    </message>
    <message>
        <source>Which partner?</source>
        <translation>أي شريك؟</translation>
    </message>
    <message>
        <source>All partners</source>
        <translation>كل الشركاء</translation>
    </message>
    <message>
        <source>Who will do it?</source>
        <translation>من سيقوم به؟</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>شخص آخر</translation>
    </message>
    <message>
        <source>By when?</source>
        <translation>متى الموعد؟</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>آخر</translation>
    </message>
    <message>
        <source>How will we tell them it is done?</source>
        <translation>كيف سنخبرهم أنه تم؟</translation>
    </message>
    <message>
        <source>What is it answering?</source>
        <translation>على ماذا يردّ؟</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>اختياري</translation>
    </message>
    <message>
        <source>Something we heard</source>
        <translation>شيء سمعناه</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>أزل الرابط</translation>
    </message>
</context>
<context>
    <name>PromiseRow</name>
    <message>
        <source>Mark kept: %1</source>
        <translation>سجّل الوفاء: %1</translation>
    </message>
</context>
<context>
    <name>PromiseScreen</name>
    <message>
        <source>Close, the draft stays</source>
        <translation>أغلق، المسودة تبقى</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>وعد جديد</translation>
    </message>
    <message>
        <source>Only promise what you or your team can do</source>
        <translation>لا تعد إلا بما تستطيعه أنت أو فريقك</translation>
    </message>
    <message>
        <source>Save promise</source>
        <translation>احفظ الوعد</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>لمن؟</translation>
    </message>
    <message>
        <source>Who will do it?</source>
        <translation>من سيقوم به؟</translation>
    </message>
    <message>
        <source>What is it answering?</source>
        <translation>على ماذا يردّ؟</translation>
    </message>
</context>
<context>
    <name>PromiseSides</name>
    <message>
        <source>We owe</source>
        <translation>علينا</translation>
    </message>
    <message>
        <source>They owe</source>
        <translation>عليهم</translation>
    </message>
</context>
<context>
    <name>PromiseSlipCard</name>
    <message>
        <source>By</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Told back</source>
        <translation>أُبلغوا</translation>
    </message>
    <message>
        <source>Read it back to them</source>
        <translation>اقرأه لهم</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>وُعد</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>جارٍ</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>أُنجز</translation>
    </message>
</context>
<context>
    <name>PromisesScreen</name>
    <message>
        <source>Promises</source>
        <translation>الوعود</translation>
    </message>
    <message>
        <source>Finished when they were told</source>
        <translation>ينتهي حين يُبلَغون</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>وعد جديد</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>مفتوحة %1</translation>
    </message>
    <message>
        <source>Kept, tell them %1</source>
        <translation>أُنجزت، أبلغهم %1</translation>
    </message>
    <message>
        <source>They owe %1</source>
        <translation>عليهم %1</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>When you keep a promise, it waits here until you told them.</source>
        <translation>حين تفي بوعد ينتظر هنا حتى تبلغهم.</translation>
    </message>
    <message>
        <source>When you promise something, it shows here until you keep it and tell them.</source>
        <translation>حين تعد بشيء يظهر هنا حتى تفي به وتبلغهم.</translation>
    </message>
</context>
<context>
    <name>QuoteCard</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1، %2 في الانتظار</translation>
    </message>
</context>
<context>
    <name>ReceiptLine</name>
    <message>
        <source>Saved here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>تم الرفع</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>تم التطبيق</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>تمت المراجعة</translation>
    </message>
</context>
<context>
    <name>ReceiptList</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 في الانتظار</translation>
    </message>
    <message>
        <source>last time all went out</source>
        <translation>آخر مرة أُرسل كل شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>لا سجلات</numerusform>
            <numerusform>سجل واحد</numerusform>
            <numerusform>سجلان</numerusform>
            <numerusform>%n سجلات</numerusform>
            <numerusform>%n سجلًا</numerusform>
            <numerusform>%n سجل</numerusform>
        </translation>
    </message>
    <message>
        <source>kept on this tablet</source>
        <translation>محفوظة على هذا الجهاز</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>في الانتظار %1</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>أقدم</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>What you save shows here with how far it has come.</source>
        <translation>ما تحفظه يظهر هنا مع المرحلة التي بلغها.</translation>
    </message>
</context>
<context>
    <name>RecordFiles</name>
    <message>
        <source>Photos and files</source>
        <translation>الصور والملفات</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>التقط صورة</translation>
    </message>
    <message>
        <source>Add photo or file</source>
        <translation>أضف صورة أو ملفًا</translation>
    </message>
    <message>
        <source>Saving here</source>
        <translation>جارٍ الحفظ هنا</translation>
    </message>
    <message>
        <source>What is added shows here with how far it has come. Of a photo the place and time are taken out.</source>
        <translation>ما تضيفه يظهر هنا مع ما وصل إليه. يُزال من الصور المكان والوقت.</translation>
    </message>
    <message>
        <source>Rapport takes no photos on this device. Choose a picture that was taken, or drop it on this screen.</source>
        <translation>لا يلتقط Rapport صورًا على هذا الجهاز. اختر صورة التُقطت من قبل أو أسقطها على هذه الشاشة.</translation>
    </message>
    <message>
        <source>Rapport takes no photos on this device and has no list of files here. Drop a picture or file on this screen.</source>
        <translation>لا يلتقط Rapport صورًا على هذا الجهاز وليست لديه هنا قائمة بالملفات. أسقط صورة أو ملفًا على هذه الشاشة.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>توقيع</translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>Save and send again</source>
        <translation>احفظ وأرسل مجددًا</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>Photos and files · %1</source>
        <translation>الصور والملفات · %1</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>الصور والملفات</translation>
    </message>
    <message>
        <source>Close, the draft stays</source>
        <translation>أغلق، المسودة تبقى</translation>
    </message>
    <message>
        <source>Throw away what was entered</source>
        <translation>تخلّص مما أُدخل</translation>
    </message>
</context>
<context>
    <name>RowSheet</name>
    <message>
        <source>Take away</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Add</source>
        <translation>أضف</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>أضف آخر</translation>
    </message>
</context>
<context>
    <name>SensitivePanel</name>
    <message>
        <source>Safety worry</source>
        <translation>قلق على السلامة</translation>
    </message>
    <message>
        <source>This is a safety worry</source>
        <translation>هذا قلق على السلامة</translation>
    </message>
    <message>
        <source>It is sealed as you save it. Only the safety leads can read it.</source>
        <translation>يُختم عند حفظه. لا يستطيع قراءته إلا مسؤولو السلامة.</translation>
    </message>
    <message>
        <source>Is somebody unsafe? Turn this on, and only the safety leads can read it.</source>
        <translation>هل أحد في خطر؟ شغّل هذا ولن يستطيع قراءته إلا مسؤولو السلامة.</translation>
    </message>
    <message>
        <source>It is shown to the safety leads alone, but not sealed yet: the office lacks their keys.</source>
        <translation>يُعرض على مسؤولي السلامة وحدهم، لكنه لا يُختم بعد: تنقص المكتبَ مفاتيحُهم.</translation>
    </message>
    <message>
        <source>Is somebody unsafe? Turn this on. It is shown to the safety leads alone, but not sealed yet: the office lacks their keys.</source>
        <translation>هل أحد في خطر؟ شغّل هذا. يُعرض على مسؤولي السلامة وحدهم، لكنه لا يُختم بعد: تنقص المكتبَ مفاتيحُهم.</translation>
    </message>
</context>
<context>
    <name>SentBackCard</name>
    <message>
        <source>Fix and send</source>
        <translation>صحّح وأرسل</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>ضع جانبًا</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>افتحه</translation>
    </message>
    <message>
        <source>Ask the coordinator</source>
        <translation>اسأل المنسّق</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>No event is open now. Open one under Events, then count.</source>
        <translation>لا فعالية مفتوحة الآن. افتح واحدة من الفعاليات ثم عُدّ.</translation>
    </message>
    <message>
        <source>Choose a day, and write a time such as 18:30.</source>
        <translation>اختر يومًا واكتب وقتًا مثل 18:30.</translation>
    </message>
    <message>
        <source>Write a number, such as 2.5.</source>
        <translation>اكتب رقمًا، مثل 2.5.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>اكتب رقمًا صحيحًا.</translation>
    </message>
    <message>
        <source>This app is too old for the office. Update it; everything here is safe.</source>
        <translation>هذا التطبيق قديم بالنسبة إلى المكتب. حدّثه؛ كل شيء هنا آمن.</translation>
    </message>
    <message>
        <source>This tablet&apos;s app is too old for the office. Update it; everything on it is safe.</source>
        <translation>تطبيق هذا الجهاز قديم بالنسبة إلى المكتب. حدّثه؛ كل ما عليه آمن.</translation>
    </message>
    <message>
        <source>The office is busy. Try again in a moment.</source>
        <translation>المكتب مشغول. حاول بعد لحظات.</translation>
    </message>
    <message>
        <source>The date is in the past. Choose a new date.</source>
        <translation>التاريخ مضى. اختر تاريخًا جديدًا.</translation>
    </message>
    <message>
        <source>The office does not know this kind of record yet. It is kept for the coordinator.</source>
        <translation>لا يعرف المكتب هذا النوع من السجلات بعد. يُحفظ للمنسّق.</translation>
    </message>
    <message>
        <source>The coordinator has withdrawn this tablet&apos;s access. What was not sent yet is with the office; everything else is cleared from this tablet. To use it again, ask the coordinator for a new link or code.</source>
        <translation>سحب المنسق حق وصول هذا الجهاز. ما لم يُرسل بعد صار لدى المكتب، ومُسح كل ما عداه من هذا الجهاز. لاستخدامه من جديد اطلب من المنسق رابطًا أو رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>The coordinator has withdrawn this tablet&apos;s access. It connects once more, to hand over what was not sent yet.</source>
        <translation>سحب المنسق حق وصول هذا الجهاز. سيتصل مرة أخرى لتسليم ما لم يُرسل بعد.</translation>
    </message>
    <message>
        <source>The coordinator has withdrawn this tablet&apos;s access, and the office cannot take everything from it just now. Nothing is cleared; it is tried again by itself.</source>
        <translation>سحب المنسق حق وصول هذا الجهاز، ولا يستطيع المكتب استلام كل شيء منه الآن. لا يُمسح شيء، وستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The coordinator has withdrawn this tablet&apos;s access, and the office has set aside as much of its work as it keeps of such a tablet. What is left stays on the tablet. Bring it to the coordinator.</source>
        <translation>سحب المنسق صلاحية هذا الجهاز، ووضع المكتب جانبًا كل ما يحتفظ به من عمل جهاز كهذا. ما بقي يظل على الجهاز. أحضره إلى المنسق.</translation>
    </message>
    <message>
        <source>This file is larger than the office keeps of its kind.</source>
        <translation>هذا الملف أكبر مما يحتفظ به المكتب من نوعه.</translation>
    </message>
    <message>
        <source>The record of this file has as many files as it may have.</source>
        <translation>لسجل هذا الملف كل ما يجوز له من الملفات.</translation>
    </message>
    <message>
        <source>The record of this file speaks of another one.</source>
        <translation>سجل هذا الملف يتحدث عن ملف آخر.</translation>
    </message>
    <message>
        <source>This file is of another kind than its record says.</source>
        <translation>هذا الملف من نوع غير الذي يذكره سجله.</translation>
    </message>
    <message>
        <source>This file cannot be read. Nothing was saved; choose another one, or copy it to this device first.</source>
        <translation>لا يمكن قراءة هذا الملف. لم يُحفظ شيء؛ اختر غيره أو انسخه أولًا إلى هذا الجهاز.</translation>
    </message>
    <message>
        <source>This file is empty. Nothing was saved; choose another one.</source>
        <translation>هذا الملف فارغ. لم يُحفظ شيء؛ اختر غيره.</translation>
    </message>
    <message>
        <source>This record is not on this tablet, or was deleted. Nothing was saved.</source>
        <translation>هذا السجل ليس على هذا الجهاز أو حُذف. لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>This record has as many files as it may have. Nothing was saved; attach it to another record.</source>
        <translation>لهذا السجل كل ما يجوز له من الملفات. لم يُحفظ شيء؛ أضفه إلى سجل آخر.</translation>
    </message>
    <message>
        <source>This photo is larger than 16 MiB, the most that is kept of one. Nothing was saved; take it with less detail, or make it smaller, then attach it again.</source>
        <translation>هذه الصورة أكبر من 16 ميبيبايت، وهو أكبر ما يُحفظ لصورة. لم يُحفظ شيء؛ التقطها بتفاصيل أقل أو صغّرها ثم أضفها مرة أخرى.</translation>
    </message>
    <message>
        <source>This recording is larger than 64 MiB, the most that is kept of one. Nothing was saved; attach it in shorter parts.</source>
        <translation>هذا التسجيل أكبر من 64 ميبيبايت، وهو أكبر ما يُحفظ لتسجيل. لم يُحفظ شيء؛ أضفه على أجزاء أقصر.</translation>
    </message>
    <message>
        <source>This file is larger than 32 MiB, the most that is kept of its kind. Nothing was saved; make it smaller, then attach it again.</source>
        <translation>هذا الملف أكبر من 32 ميبيبايت، وهو أكبر ما يُحفظ من نوعه. لم يُحفظ شيء؛ صغّره ثم أضفه مرة أخرى.</translation>
    </message>
    <message>
        <source>This kind of file is not kept, only photos (JPEG, PNG, WebP), recordings (Ogg, WAV, MP3), PDF and plain text. Nothing was saved; save it as one of those, then attach it again.</source>
        <translation>لا يُحفظ هذا النوع من الملفات، بل الصور (JPEG وPNG وWebP) والتسجيلات (Ogg وWAV وMP3) وملفات PDF والنص البسيط فقط. لم يُحفظ شيء؛ احفظه بأحد هذه الأنواع ثم أضفه مرة أخرى.</translation>
    </message>
    <message>
        <source>This photo&apos;s file is damaged, or made in a way that is not understood here, so that its place data cannot be taken out. Nothing was saved; take or save the photo again.</source>
        <translation>ملف هذه الصورة تالف أو مصنوع بطريقة غير مفهومة هنا، فلا يمكن إزالة بيانات المكان منه. لم يُحفظ شيء؛ التقط الصورة أو احفظها مرة أخرى.</translation>
    </message>
    <message>
        <source>This recording&apos;s file is damaged, or made in a way that is not understood here, so that what names people and places in it cannot be taken out. Nothing was saved; save it as Ogg (Opus or Vorbis), WAV or MP3, then attach it again.</source>
        <translation>ملف هذا التسجيل تالف أو مصنوع بطريقة غير مفهومة هنا، فلا يمكن إزالة ما يسمّي الناس والأماكن منه. لم يُحفظ شيء؛ احفظه بصيغة Ogg ‏(Opus أو Vorbis) أو WAV أو MP3 ثم أضفه مرة أخرى.</translation>
    </message>
    <message>
        <source>A PDF keeps what it says of itself beside its pages: the name of who made it, when and with what, and whatever its pictures tell; nothing of that was removed. Where it names somebody, save it anew without, then attach it.</source>
        <translation>يحتفظ ملف PDF بما يقوله عن نفسه إلى جانب صفحاته: اسم من صنعه ومتى وبماذا، وما تخبر به صوره؛ ولم يُزل شيء من ذلك. إن سمّى أحدًا فاحفظه من جديد دون ذلك ثم أضفه.</translation>
    </message>
    <message>
        <source>This code is of another office than this tablet&apos;s. Ask your coordinator for one.</source>
        <translation>هذا الرمز من مكتب آخر غير مكتب هذا الجهاز. اطلب رمزًا من المنسق.</translation>
    </message>
    <message>
        <source>This code is for somebody else. Ask your coordinator for one with your name.</source>
        <translation>هذا الرمز لشخص آخر. اطلب من المنسق رمزًا باسمك.</translation>
    </message>
</context>
<context>
    <name>SessionScreen</name>
    <message>
        <source>Leave, the session keeps running</source>
        <translation>اخرج، الجلسة مستمرة</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>Search, or write a new theme</source>
        <translation>ابحث أو اكتب موضوعًا جديدًا</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation>موضوع جديد</translation>
    </message>
</context>
<context>
    <name>SessionSide</name>
    <message>
        <source>Themes</source>
        <translation>المواضيع</translation>
    </message>
    <message>
        <source>tap to add</source>
        <translation>المس للإضافة</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Taking notes</source>
        <translation>يدوّنون</translation>
    </message>
    <message>
        <source>Notes from other tablets appear when they have been sent.</source>
        <translation>تظهر ملاحظات الأجهزة الأخرى حين تُرسل.</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>أنهِ الجلسة</translation>
    </message>
    <message>
        <source>End the session now? Every note stays.</source>
        <translation>إنهاء الجلسة الآن؟ تبقى كل الملاحظات.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>أنهِها</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>تابع</translation>
    </message>
</context>
<context>
    <name>SessionStart</name>
    <message>
        <source>No session is running</source>
        <translation>لا جلسة جارية</translation>
    </message>
    <message>
        <source>Start one, and every note and quote you save belongs to it.</source>
        <translation>ابدأ واحدة، وكل ملاحظة واقتباس تحفظه يتبعها.</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>عمّ تدور؟</translation>
    </message>
    <message>
        <source>For example: rides and clinic hours</source>
        <translation>مثلًا: المواصلات ومواعيد العيادة</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>ابدأ الاستماع</translation>
    </message>
</context>
<context>
    <name>SetEditor</name>
    <message>
        <source>Takes it out</source>
        <translation>يزيله</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>اختر</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>واحدًا تلو الآخر</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>أضف</translation>
    </message>
    <message>
        <source>There is nothing to choose from on this tablet yet.</source>
        <translation>لا يوجد بعد ما تختار منه على هذا الجهاز اللوحي.</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>In the sun</source>
        <translation>في الشمس</translation>
    </message>
    <message>
        <source>I hold the tablet in my</source>
        <translation>أمسك الجهاز بـ</translation>
    </message>
    <message>
        <source>left hand</source>
        <translation>اليد اليسرى</translation>
    </message>
    <message>
        <source>right hand</source>
        <translation>اليد اليمنى</translation>
    </message>
    <message>
        <source>No network any more</source>
        <translation>لم تعد هناك شبكة</translation>
    </message>
    <message>
        <source>Writes what the office does not have yet into a file. The office alone can read it. Somebody brings it there; everything stays on this tablet too.</source>
        <translation>يكتب في ملف ما ليس لدى المكتب بعد. المكتب وحده يستطيع قراءته. يحمله شخص إلى هناك، ويبقى كل شيء على هذا الجهاز أيضًا.</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>اكتب الملف</translation>
    </message>
    <message>
        <source>Make room</source>
        <translation>إفراغ مساحة</translation>
    </message>
    <message>
        <source>Removes photos and files from this tablet that the office has. What was not sent stays.</source>
        <translation>يزيل من هذا الجهاز الصور والملفات التي لدى المكتب. ما لم يُرسل يبقى.</translation>
    </message>
    <message>
        <source>Remove sent files</source>
        <translation>أزل الملفات المرسلة</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>What is saved here is locked with a key that lies in a file on this tablet. Keep the tablet itself locked.</source>
        <translation>المحفوظ هنا مقفل بمفتاح موجود في ملف على هذا الجهاز. أبقِ الجهاز نفسه مقفلًا.</translation>
    </message>
    <message>
        <source>Who may open it</source>
        <translation>من يفتحه</translation>
    </message>
    <message>
        <source>PIN and lock</source>
        <translation>الرمز والقفل</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Both, merged: %1</source>
        <translation>كلتاهما، مدموجتين: %1</translation>
    </message>
    <message>
        <source>Both, merged</source>
        <translation>كلتاهما، مدموجتين</translation>
    </message>
    <message>
        <source>You can edit this text</source>
        <translation>يمكنك تعديل هذا النص</translation>
    </message>
</context>
<context>
    <name>SignaturePage</name>
    <message>
        <source>Close without saving</source>
        <translation>أغلق دون حفظ</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>توقيع</translation>
    </message>
    <message>
        <source>Sign here with a finger</source>
        <translation>وقّع هنا بإصبعك</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>ابدأ من جديد</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
</context>
<context>
    <name>StationPick</name>
    <message>
        <source>Station %1</source>
        <translation>محطة %1</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>محطة</translation>
    </message>
</context>
<context>
    <name>StationSheet</name>
    <message>
        <source>Where are you counting?</source>
        <translation>أين تعدّ؟</translation>
    </message>
    <message>
        <source>Another station, for example Gate</source>
        <translation>محطة أخرى، مثلًا البوابة</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>أضف</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One fewer</source>
        <translation>أقل بواحد</translation>
    </message>
    <message numerus="yes">
        <source>people</source>
        <comment>after their number</comment>
        <translation>
            <numerusform>شخص</numerusform>
            <numerusform>شخص</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>أشخاص</numerusform>
            <numerusform>شخصًا</numerusform>
            <numerusform>شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>One more</source>
        <translation>أكثر بواحد</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>جرّب الآن</translation>
    </message>
</context>
<context>
    <name>SyncSide</name>
    <message>
        <source>Two versions</source>
        <translation>نسختان</translation>
    </message>
    <message>
        <source>Choose what is true</source>
        <translation>اختر ما هو صحيح</translation>
    </message>
    <message>
        <source>Sent back to you</source>
        <translation>أُعيد إليك</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>on this tablet</source>
        <translation>على هذا الجهاز</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>تم الرفع</translation>
    </message>
    <message>
        <source>the office has it</source>
        <translation>وصل إلى المكتب</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>تم التطبيق</translation>
    </message>
    <message>
        <source>everyone can see it</source>
        <translation>يراه الجميع</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>تمت المراجعة</translation>
    </message>
    <message>
        <source>a coordinator read it</source>
        <translation>قرأه منسّق</translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation>يرجى النظر مرة أخرى</translation>
    </message>
</context>
<context>
    <name>TabletShell</name>
    <message>
        <source>This tablet is locked</source>
        <translation>هذا الجهاز مقفل</translation>
    </message>
    <message>
        <source>What was saved still goes to the office while it is locked.</source>
        <translation>ما حُفظ يصل إلى المكتب وهو مقفل أيضًا.</translation>
    </message>
</context>
<context>
    <name>TabletWindow</name>
    <message>
        <source>Rapport</source>
        <translation>Rapport</translation>
    </message>
</context>
<context>
    <name>TallyGrid</name>
    <message>
        <source>Tap once
per person</source>
        <translation>لمسة واحدة
لكل شخص</translation>
    </message>
    <message>
        <source>Counted before the groups changed · %1</source>
        <translation>عُدّوا قبل تغيير الفئات · %1</translation>
    </message>
</context>
<context>
    <name>TallyScreen</name>
    <message>
        <source>Feedback</source>
        <translation>رأي</translation>
    </message>
</context>
<context>
    <name>TallyTotals</name>
    <message numerus="yes">
        <source>people</source>
        <comment>after their number</comment>
        <translation>
            <numerusform>شخص</numerusform>
            <numerusform>شخص</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>أشخاص</numerusform>
            <numerusform>شخصًا</numerusform>
            <numerusform>شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>known so far</source>
        <translation>معروفون حتى الآن</translation>
    </message>
    <message>
        <source>Someone said something</source>
        <translation>قال أحدهم شيئًا</translation>
    </message>
</context>
<context>
    <name>TaskBar</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ليس بعد</translation>
    </message>
</context>
<context>
    <name>TimerPill</name>
    <message>
        <source>Go on</source>
        <translation>تابع</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>TodayDuties</name>
    <message>
        <source>Promises due</source>
        <translation>وعود حان موعدها</translation>
    </message>
    <message>
        <source>No promises due</source>
        <translation>لا وعود مستحقة</translation>
    </message>
    <message>
        <source>When you promise something, it shows here until you keep it and tell them.</source>
        <translation>حين تعد بشيء يظهر هنا حتى تفي به وتبلغهم.</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>وعد جديد</translation>
    </message>
    <message>
        <source>Answers to bring back</source>
        <translation>إجابات نعود بها إلى الناس</translation>
    </message>
</context>
<context>
    <name>TodayEvents</name>
    <message>
        <source>Nothing planned</source>
        <translation>لا شيء مخطط</translation>
    </message>
    <message>
        <source>When an event is planned, it shows here on its day.</source>
        <translation>حين تُخطط فعالية تظهر هنا في يومها.</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>ظل</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>شمس</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Find or write down</source>
        <translation>ابحث أو دوّن</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo last</source>
        <translation>تراجع عن الأخير</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
</context>
<context>
    <name>UnreadScreen</name>
    <message>
        <source>This tablet cannot be opened</source>
        <translation>لا يمكن فتح هذا الجهاز</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>a record not on this tablet</source>
        <translation>سجل ليس على هذا الجهاز</translation>
    </message>
    <message>
        <source>Us</source>
        <translation>نحن</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>today %1</source>
        <translation>اليوم %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>غدًا %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>قبل %1 ث</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>قبل %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>متأخر</numerusform>
            <numerusform>متأخر يومًا</numerusform>
            <numerusform>متأخر يومين</numerusform>
            <numerusform>متأخر %n أيام</numerusform>
            <numerusform>متأخر %n يومًا</numerusform>
            <numerusform>متأخر %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>موعده %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
</context>
<context>
    <name>rapport::ConflictModel</name>
    <message>
        <source>Two versions</source>
        <translation>نسختان</translation>
    </message>
    <message>
        <source>Two versions of one %1</source>
        <translation>نسختان من شيء واحد: %1</translation>
    </message>
    <message>
        <source>Nobody needs to choose here any more.</source>
        <translation>لم يعد على أحد أن يختار هنا.</translation>
    </message>
    <message>
        <source>Somebody removed this while somebody else changed it. It is still here. Choose what is true now.</source>
        <translation>حذف أحدهم هذا بينما كان شخص آخر يغيّره. ما زال هنا. اختر ما هو صحيح الآن.</translation>
    </message>
    <message>
        <source>You and %1</source>
        <translation>أنت و%1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> و</translation>
    </message>
    <message>
        <source>%1 both changed this while apart. Nothing is lost. Choose what is true now. Both versions stay in the history.</source>
        <translation>غيّر كلٌّ من %1 هذا دون اتصال بينهم. لم يضع شيء. اختر ما هو صحيح الآن. تبقى النسختان في السجل.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>أبقِ نسختي</translation>
    </message>
    <message>
        <source>Keep %1’s</source>
        <translation>أبقِ نسخة %1</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>أبقِ نسختهم</translation>
    </message>
    <message>
        <source>text can be merged</source>
        <translation>يمكن دمج النص</translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>لا نسخ</numerusform>
            <numerusform>نسخة واحدة</numerusform>
            <numerusform>نسختان</numerusform>
            <numerusform>%n نسخ</numerusform>
            <numerusform>%n نسخة</numerusform>
            <numerusform>%n نسخة</numerusform>
        </translation>
    </message>
    <message>
        <source>this tablet</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>نسختك</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>نسختهم</translation>
    </message>
    <message>
        <source>Your answer is saved here</source>
        <translation>إجابتك محفوظة هنا</translation>
    </message>
    <message>
        <source>The coordinator will choose. Both versions are kept.</source>
        <translation>سيختار المنسّق. النسختان محفوظتان.</translation>
    </message>
</context>
<context>
    <name>rapport::EventModel</name>
    <message>
        <source>We promised</source>
        <translation>وعدنا</translation>
    </message>
    <message>
        <source>They promised</source>
        <translation>وعدوا</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>دون تاريخ</translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation>لا وقت بعد</translation>
    </message>
    <message>
        <source>Nobody counted yet</source>
        <translation>لم يُعَدّ أحد بعد</translation>
    </message>
    <message numerus="yes">
        <source>%n people known so far</source>
        <translation>
            <numerusform>لا أحد معروف حتى الآن</numerusform>
            <numerusform>شخص واحد معروف حتى الآن</numerusform>
            <numerusform>شخصان معروفان حتى الآن</numerusform>
            <numerusform>%n أشخاص معروفون حتى الآن</numerusform>
            <numerusform>%n شخصًا معروفًا حتى الآن</numerusform>
            <numerusform>%n شخص معروف حتى الآن</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::EventsModel</name>
    <message>
        <source>Two versions, pick one</source>
        <translation>نسختان، اختر واحدة</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>مفتوح الآن</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>أُقيمت</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>دون وقت</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
</context>
<context>
    <name>rapport::FeedbackModel</name>
    <message>
        <source>Thanks</source>
        <translation>شكر</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>قلق</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>فكرة</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>شكوى</translation>
    </message>
    <message>
        <source>Rumour</source>
        <translation>إشاعة</translation>
    </message>
    <message>
        <source>Something we saw</source>
        <translation>شيء رأيناه</translation>
    </message>
    <message>
        <source>Not ours to answer</source>
        <translation>ليس من شأننا الرد</translation>
    </message>
    <message>
        <source>Face to face</source>
        <translation>وجهًا لوجه</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>مكالمة هاتفية</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>رسالة نصية</translation>
    </message>
    <message>
        <source>Paper note</source>
        <translation>ورقة مكتوبة</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>عبر الإنترنت</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>مشارك</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>شريك</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الفريق</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>دون اسم</translation>
    </message>
    <message>
        <source>Choose what kind it is first</source>
        <translation>اختر نوعه أولًا</translation>
    </message>
    <message>
        <source>Choose how it reached us first</source>
        <translation>اختر أولًا كيف وصلنا</translation>
    </message>
    <message>
        <source>Write their words first</source>
        <translation>اكتب كلماتهم أولًا</translation>
    </message>
    <message>
        <source>Feedback saved here</source>
        <translation>الرأي محفوظ هنا</translation>
    </message>
    <message>
        <source>Sealed and saved here</source>
        <translation>خُتم وحُفظ هنا</translation>
    </message>
</context>
<context>
    <name>rapport::FilesModel</name>
    <message>
        <source>Photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Photo or file</source>
        <translation>صورة أو ملف</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 م.ب</translation>
    </message>
    <message>
        <source>The file was not saved: the tablet has no space left. What you saved before is safe. Make room in the settings, then add it again.</source>
        <translation>لم يُحفظ الملف: لم تبقَ مساحة على الجهاز. ما حفظته من قبل آمن. أفرغ مساحة من الإعدادات ثم أضفه مرة أخرى.</translation>
    </message>
    <message>
        <source>The file was not saved: this tablet could not write it. What you saved before is safe. Try again; if it stays so, tell your coordinator.</source>
        <translation>لم يُحفظ الملف: تعذّرت كتابته على هذا الجهاز. ما حفظته من قبل آمن. حاول مرة أخرى؛ وإن استمر ذلك فأخبر منسّقك.</translation>
    </message>
    <message>
        <source>Which photo or file?</source>
        <translation>أي صورة أو ملف؟</translation>
    </message>
    <message>
        <source>Only files on this device can be added. Save it here first, then add it.</source>
        <translation>لا يمكن إضافة إلا ملفات هذا الجهاز. احفظه هنا أولًا ثم أضفه.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Photo saved here</source>
        <translation>الصورة محفوظة هنا</translation>
    </message>
    <message numerus="yes">
        <source>%n files saved here</source>
        <translation>
            <numerusform>لا ملفات محفوظة هنا</numerusform>
            <numerusform>ملف واحد محفوظ هنا</numerusform>
            <numerusform>ملفان محفوظان هنا</numerusform>
            <numerusform>%n ملفات محفوظة هنا</numerusform>
            <numerusform>%n ملفًا محفوظًا هنا</numerusform>
            <numerusform>%n ملف محفوظ هنا</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken out again, saved here</source>
        <translation>أُخرج مرة أخرى، محفوظ هنا</translation>
    </message>
    <message>
        <source>File removed, saved here</source>
        <translation>أُزيل الملف، محفوظ هنا</translation>
    </message>
    <message>
        <source>It is back, saved here</source>
        <translation>عاد الملف، محفوظ هنا</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>توقيع</translation>
    </message>
    <message>
        <source>Signature saved here</source>
        <translation>التوقيع محفوظ هنا</translation>
    </message>
</context>
<context>
    <name>rapport::FindModel</name>
    <message>
        <source>Without a name</source>
        <translation>بلا اسم</translation>
    </message>
</context>
<context>
    <name>rapport::KioskModel</name>
    <message>
        <source>Your answers could not be kept. Please give the tablet back and say so. They are still here until then.</source>
        <translation>لم يمكن حفظ إجاباتك. من فضلك أعد الجهاز وأخبرهم بذلك. وهي باقية هنا حتى ذلك الحين.</translation>
    </message>
</context>
<context>
    <name>rapport::NoteDraft</name>
    <message>
        <source>Write their words first</source>
        <translation>اكتب كلماتهم أولًا</translation>
    </message>
    <message>
        <source>Write the note first</source>
        <translation>اكتب الملاحظة أولًا</translation>
    </message>
    <message>
        <source>Write their first name</source>
        <translation>اكتب اسمهم الأول</translation>
    </message>
</context>
<context>
    <name>rapport::OpenEvent</name>
    <message>
        <source>%1 on this tablet</source>
        <translation>%1 على هذا الجهاز</translation>
    </message>
    <message>
        <source>others not heard yet</source>
        <translation>لم نسمع من الأجهزة الأخرى بعد</translation>
    </message>
    <message>
        <source>%1 on others, heard %2</source>
        <translation>%1 على أجهزة أخرى، %2</translation>
    </message>
    <message>
        <source>begins in %1</source>
        <translation>يبدأ بعد %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>باقٍ %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>انتهى</translation>
    </message>
</context>
<context>
    <name>rapport::PartnerModel</name>
    <message>
        <source>We promised</source>
        <translation>وعدنا</translation>
    </message>
    <message>
        <source>They promised</source>
        <translation>وعدوا</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>دون تاريخ</translation>
    </message>
</context>
<context>
    <name>rapport::PinModel</name>
    <message>
        <source>Choose a PIN for this kiosk</source>
        <translation>اختر رمزًا سريًا لهذا التسليم</translation>
    </message>
    <message>
        <source>Choose a new PIN</source>
        <translation>اختر رمزًا سريًا جديدًا</translation>
    </message>
    <message>
        <source>Type the same PIN again</source>
        <translation>اكتب الرمز نفسه مرة أخرى</translation>
    </message>
    <message>
        <source>PIN to leave the kiosk</source>
        <translation>الرمز السري للخروج</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رمزك السري</translation>
    </message>
    <message>
        <source>Too many wrong tries. The next one in %1.</source>
        <translation>محاولات خاطئة كثيرة. المحاولة التالية بعد %1.</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>هذا ليس الرمز السري.</translation>
    </message>
    <message>
        <source>This PIN is easy to guess. Choose another one.</source>
        <translation>هذا الرمز سهل التخمين. اختر غيره.</translation>
    </message>
    <message>
        <source>The two were not the same. Choose a PIN once more.</source>
        <translation>الرمزان غير متطابقين. اختر رمزًا من جديد.</translation>
    </message>
</context>
<context>
    <name>rapport::PromiseModel</name>
    <message>
        <source>Face to face</source>
        <translation>وجهًا لوجه</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>مكالمة هاتفية</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>رسالة نصية</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>ملصق</translation>
    </message>
    <message>
        <source>volunteer</source>
        <translation>متطوع</translation>
    </message>
    <message>
        <source>outreach worker</source>
        <translation>عامل ميداني</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>منسّق</translation>
    </message>
    <message>
        <source>safety lead</source>
        <translation>مسؤول السلامة</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>مدير النظام</translation>
    </message>
    <message>
        <source>Me, %1</source>
        <translation>أنا، %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>Before next visit</source>
        <translation>قبل الزيارة القادمة</translation>
    </message>
    <message>
        <source>Write what is promised first</source>
        <translation>اكتب الوعد أولًا</translation>
    </message>
    <message>
        <source>Say who it is for first</source>
        <translation>حدّد لمن الوعد أولًا</translation>
    </message>
    <message>
        <source>Choose a date first</source>
        <translation>اختر تاريخًا أولًا</translation>
    </message>
    <message>
        <source>Promise saved here</source>
        <translation>الوعد محفوظ هنا</translation>
    </message>
</context>
<context>
    <name>rapport::PromiseSlip</name>
    <message>
        <source>We promise</source>
        <translation>نعد</translation>
    </message>
    <message>
        <source>They promise</source>
        <translation>يعدون</translation>
    </message>
    <message>
        <source>We promised %1</source>
        <translation>وعدنا %1</translation>
    </message>
    <message>
        <source>%1 promised us</source>
        <translation>وعدَنا %1</translation>
    </message>
</context>
<context>
    <name>rapport::PromisesModel</name>
    <message>
        <source>Not kept</source>
        <translation>لم يُوفَ به</translation>
    </message>
    <message>
        <source>They let it go</source>
        <translation>أعفونا منه</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>دون تاريخ</translation>
    </message>
</context>
<context>
    <name>rapport::ReceiptsModel</name>
    <message>
        <source>Safety worry</source>
        <translation>قلق على السلامة</translation>
    </message>
    <message numerus="yes">
        <source>Tally, %n people</source>
        <translation>
            <numerusform>عدّ، لا أحد</numerusform>
            <numerusform>عدّ، شخص واحد</numerusform>
            <numerusform>عدّ، شخصان</numerusform>
            <numerusform>عدّ، %n أشخاص</numerusform>
            <numerusform>عدّ، %n شخصًا</numerusform>
            <numerusform>عدّ، %n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listening, %n notes</source>
        <translation>
            <numerusform>استماع، لا ملاحظات</numerusform>
            <numerusform>استماع، ملاحظة واحدة</numerusform>
            <numerusform>استماع، ملاحظتان</numerusform>
            <numerusform>استماع، %n ملاحظات</numerusform>
            <numerusform>استماع، %n ملاحظة</numerusform>
            <numerusform>استماع، %n ملاحظة</numerusform>
        </translation>
    </message>
    <message>
        <source>Listening session</source>
        <translation>جلسة استماع</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>وعد</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>رأي</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>إجابة</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>فعالية</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>شريك</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>اقتباس</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation>عدّ</translation>
    </message>
    <message>
        <source>nothing to send</source>
        <translation>لا شيء للإرسال</translation>
    </message>
    <message numerus="yes">
        <source>in %n places</source>
        <translation>
            <numerusform>في لا مكان</numerusform>
            <numerusform>في مكان واحد</numerusform>
            <numerusform>في مكانين</numerusform>
            <numerusform>في %n أماكن</numerusform>
            <numerusform>في %n مكانًا</numerusform>
            <numerusform>في %n مكان</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>With the coordinator, written %1</source>
        <translation>عند المنسّق، كُتب %1</translation>
    </message>
    <message>
        <source>Written %1</source>
        <translation>كُتب %1</translation>
    </message>
    <message>
        <source>Put away. It stays in the history.</source>
        <translation>وُضع جانبًا. يبقى في السجل.</translation>
    </message>
    <message>
        <source>%1 asks, %2</source>
        <translation>%1 يسأل، %2</translation>
    </message>
    <message>
        <source>The coordinator is asked to see to it.</source>
        <translation>طُلب من المنسّق أن يتولى الأمر.</translation>
    </message>
    <message>
        <source>A record was erased for good, because the person it was about asked for it.</source>
        <translation>مُسح سجل نهائيًا لأن الشخص المعني به طلب ذلك.</translation>
    </message>
    <message>
        <source>%1: erased for good, because the person it was about asked for it.</source>
        <translation>%1: مُسح نهائيًا لأن الشخص المعني به طلب ذلك.</translation>
    </message>
    <message>
        <source>What you had written and not sent went with it.</source>
        <translation>وما كتبته ولم يُرسل ذهب معه.</translation>
    </message>
    <message>
        <source>There is nothing for you to do.</source>
        <translation>ليس عليك فعل أي شيء.</translation>
    </message>
    <message>
        <source>Only the office can read it</source>
        <translation>لا يقرؤه إلا المكتب</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>‏%1، %2</translation>
    </message>
    <message>
        <source>Photo or file</source>
        <translation>صورة أو ملف</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending · %1 of %2 MB</source>
        <translation>جارٍ الإرسال · %1 من %2 م.ب</translation>
    </message>
    <message>
        <source>Paused at %1 of %2 MB</source>
        <translation>متوقف عند %1 من %2 م.ب</translation>
    </message>
    <message>
        <source>carries on by itself</source>
        <translation>يُكمل تلقائيًا</translation>
    </message>
    <message>
        <source>At the office, not on this tablet</source>
        <translation>في المكتب، وليس على هذا الجهاز</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>تم الرفع</translation>
    </message>
    <message>
        <source>Comes with the next connection</source>
        <translation>يصل مع الاتصال القادم</translation>
    </message>
    <message>
        <source>%1 of %2 MB are here</source>
        <translation>وصل %1 من %2 م.ب</translation>
    </message>
</context>
<context>
    <name>rapport::RecordForm</name>
    <message>
        <source>Put right: %1</source>
        <translation>تصحيح: %1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>تغيير: %1</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>Write again: %1</source>
        <translation>اكتب من جديد: %1</translation>
    </message>
    <message>
        <source>What you wrote was sealed for the office and cannot be read here any more. Write it again.</source>
        <translation>ما كتبته خُتم للمكتب ولم يعد يُقرأ هنا. اكتبه من جديد.</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>جديد: %1</translation>
    </message>
    <message>
        <source>You began this earlier, and the record has changed since. Look through it before you save.</source>
        <translation>بدأتَ هذا سابقًا، وتغيّر السجل منذ ذلك الحين. راجعه قبل الحفظ.</translation>
    </message>
    <message>
        <source>Still to ask: %1. You can save without it.</source>
        <translation>لم يُسأل بعد عن: %1. يمكنك الحفظ من دونه.</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>تم التخلص منه</translation>
    </message>
</context>
<context>
    <name>rapport::SessionModel</name>
    <message>
        <source>May share, with first name</source>
        <translation>يمكن نشره، بالاسم الأول</translation>
    </message>
    <message>
        <source>May share, no name</source>
        <translation>يمكن نشره، دون اسم</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>خاص</translation>
    </message>
    <message>
        <source>Listening session</source>
        <translation>جلسة استماع</translation>
    </message>
    <message numerus="yes">
        <source>%n themes</source>
        <translation>
            <numerusform>لا مواضيع</numerusform>
            <numerusform>موضوع واحد</numerusform>
            <numerusform>موضوعان</numerusform>
            <numerusform>%n مواضيع</numerusform>
            <numerusform>%n موضوعًا</numerusform>
            <numerusform>%n موضوع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>لا ملاحظات</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%n ملاحظات</numerusform>
            <numerusform>%n ملاحظة</numerusform>
            <numerusform>%n ملاحظة</numerusform>
        </translation>
    </message>
    <message>
        <source>this tablet</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>%1, you</source>
        <translation>%1، أنت</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>الآن</translation>
    </message>
</context>
<context>
    <name>rapport::SyncModel</name>
    <message>
        <source>Tablet is full</source>
        <translation>الجهاز ممتلئ</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>أُعيد إليك</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>نسختان</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>سجّل الدخول مجددًا</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>جارٍ الإرسال</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>أُرسل كل شيء</translation>
    </message>
    <message>
        <source>free up space</source>
        <translation>أفرغ مساحة</translation>
    </message>
    <message>
        <source>%1 to fix</source>
        <translation>%1 للتصحيح</translation>
    </message>
    <message>
        <source>pick one</source>
        <translation>اختر واحدة</translation>
    </message>
    <message>
        <source>all safe here</source>
        <translation>كل شيء محفوظ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 في الانتظار</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>nothing waiting</source>
        <translation>لا شيء في الانتظار</translation>
    </message>
    <message>
        <source>No connection now. Keep working, everything is safe here.</source>
        <translation>لا اتصال الآن. تابع العمل، كل شيء آمن هنا.</translation>
    </message>
    <message>
        <source>Looking for the office. Keep working, everything is safe here.</source>
        <translation>جارٍ البحث عن المكتب. تابع العمل، كل شيء آمن هنا.</translation>
    </message>
    <message>
        <source>Connected. Sending what you saved.</source>
        <translation>متصل. جارٍ إرسال ما حفظته.</translation>
    </message>
    <message>
        <source>Connected. The office has everything from this tablet.</source>
        <translation>متصل. لدى المكتب كل ما على هذا الجهاز.</translation>
    </message>
</context>
<context>
    <name>rapport::TallyModel</name>
    <message>
        <source>Not asked</source>
        <translation>لم يُسأل</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Front table</source>
        <translation>الطاولة الأمامية</translation>
    </message>
    <message>
        <source>%1, %2: %3. Add one</source>
        <translation>%1، %2: %3. أضف واحدًا</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 حتى الآن</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>heard %1</source>
        <translation>وردنا %1</translation>
    </message>
    <message>
        <source>Other tablets</source>
        <translation>أجهزة أخرى</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>لم نسمع بعد</translation>
    </message>
</context>
<context>
    <name>rapport::TodayModel</name>
    <message>
        <source>Two versions, pick one</source>
        <translation>نسختان، اختر واحدة</translation>
    </message>
    <message numerus="yes">
        <source>Bring %n things</source>
        <translation>
            <numerusform>لا شيء لتحضره</numerusform>
            <numerusform>أحضِر شيئًا واحدًا</numerusform>
            <numerusform>أحضِر شيئين</numerusform>
            <numerusform>أحضِر %n أشياء</numerusform>
            <numerusform>أحضِر %n شيئًا</numerusform>
            <numerusform>أحضِر %n شيء</numerusform>
        </translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>قريبًا</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>لاحقًا اليوم</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Told back, saved here</source>
        <translation>أُبلغوا، محفوظ هنا</translation>
    </message>
</context>
<context>
    <name>rapport::TodayReceipts</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 في الانتظار</translation>
    </message>
    <message>
        <source>Sent back · %1</source>
        <translation>أُعيد إليك · %1</translation>
    </message>
    <message>
        <source>Look again · %1</source>
        <translation>انظر مجددًا · %1</translation>
    </message>
    <message>
        <source>Reviewed · %1</source>
        <translation>تمت المراجعة · %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>‏%1، %2</translation>
    </message>
</context>
<context>
    <name>rapport::UpkeepModel</name>
    <message>
        <source>There is nothing to carry: the office has everything from this tablet.</source>
        <translation>لا شيء يُحمل: لدى المكتب كل شيء من هذا الجهاز.</translation>
    </message>
    <message>
        <source>No file was written: there is one of the same name. Try again in a minute.</source>
        <translation>لم يُكتب أي ملف: يوجد ملف بالاسم نفسه. حاول مجددًا بعد دقيقة.</translation>
    </message>
    <message>
        <source>No file was written: the office has not given this tablet its key yet. The key comes with the next connection.</source>
        <translation>لم يُكتب أي ملف: لم يعطِ المكتب هذا الجهاز مفتاحه بعد. يأتي المفتاح مع الاتصال القادم.</translation>
    </message>
    <message>
        <source>No file was written: the tablet has no space left. What you saved is safe. Make room, then try again.</source>
        <translation>لم يُكتب أي ملف: لم تبقَ مساحة على الجهاز. ما حفظته آمن. أفرغ مساحة ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>No file was written. What you saved is safe. %1</source>
        <translation>لم يُكتب أي ملف. ما حفظته آمن. %1</translation>
    </message>
    <message>
        <source>Nothing was removed: there is no file here that the office has.</source>
        <translation>لم يُزل شيء: لا يوجد هنا ملف لدى المكتب.</translation>
    </message>
    <message>
        <source>Nothing more was removed. What you saved is safe. %1</source>
        <translation>لم يُزل شيء آخر. ما حفظته آمن. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>لا إدخالات</numerusform>
            <numerusform>إدخال واحد</numerusform>
            <numerusform>إدخالان</numerusform>
            <numerusform>%n إدخالات</numerusform>
            <numerusform>%n إدخالًا</numerusform>
            <numerusform>%n إدخال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: %1 and %2, %3 MB. Bring this file to the office: %4</source>
        <translation>كُتب: %1 و%2، %3 م.ب. احمل هذا الملف إلى المكتب: %4</translation>
    </message>
    <message>
        <source>Writing the file, %1 MB so far. Please wait.</source>
        <translation>جارٍ كتابة الملف، %1 م.ب حتى الآن. انتظر من فضلك.</translation>
    </message>
    <message>
        <source>Removing files. Please wait.</source>
        <translation>جارٍ إزالة الملفات. انتظر من فضلك.</translation>
    </message>
    <message numerus="yes">
        <source>%n files are removed, %1 MB. The office keeps them.</source>
        <translation>
            <numerusform>لم يُزل أي ملف، %1 م.ب. المكتب يحتفظ بها.</numerusform>
            <numerusform>أُزيل ملف واحد، %1 م.ب. المكتب يحتفظ به.</numerusform>
            <numerusform>أُزيل ملفان، %1 م.ب. المكتب يحتفظ بهما.</numerusform>
            <numerusform>أُزيلت %n ملفات، %1 م.ب. المكتب يحتفظ بها.</numerusform>
            <numerusform>أُزيل %n ملفًا، %1 م.ب. المكتب يحتفظ بها.</numerusform>
            <numerusform>أُزيل %n ملف، %1 م.ب. المكتب يحتفظ بها.</numerusform>
        </translation>
    </message>
</context>
</TS>
