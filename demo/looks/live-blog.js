// What comes in later, each after so many seconds: put first, as live blogs do.
const LATER = [
  {
    seconds: 30,
    time: '10:05',
    title: 'فرق الإنقاذ في الحي القديم',
    text: 'أخرجت فرق الدفاع المدني 6 أسر من بيوتها في الحي القديم احتياطا، ونقلتها إلى مدرسة قريبة. ولم تسجل إصابات.',
  },
  {
    seconds: 90,
    time: '10:50',
    title: 'المطر يخف',
    text: 'قال المرصد إن السحب تتحرك شرقا، وإن المطر سيتوقف قبل الساعة 2 ظهرا.',
  },
];

const updates = document.querySelector('.updates');

for (const { seconds, time, title, text } of LATER)
  setTimeout(() => {
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    const clock = document.createElement('time');
    clock.dateTime = clock.textContent = time;
    heading.append(clock, `: ${title}`);
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    section.append(heading, paragraph);
    updates.prepend(section);
  }, seconds * 1000);
