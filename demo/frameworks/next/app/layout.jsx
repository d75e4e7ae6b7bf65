export const metadata = { title: 'افتتاح مكتبة جديدة' };

export default function Layout({ children }) {
  return (
    <html lang="ar" dir="rtl">
      <body>{children}</body>
    </html>
  );
}
