import 'article-reader';

export function App() {
  return (
    <article-reader>
      <h1>افتتاح مكتبة جديدة</h1>
      <p>
        افتتحت البلدية اليوم مكتبة عامة تضم 25 ألف كتاب. وقال المدير إن القاعة تتسع لنحو 120 زائرا.
      </p>
      <p>وتفتح المكتبة أبوابها من الساعة 9 صباحا كل يوم.</p>
    </article-reader>
  );
}
