<?php
/**
 * As much of WordPress as the plugin of demo/integrations/wordpress/ calls. Under PHP's own server a site
 * with one post, `php -S localhost:8000 -t FOLDER wordpress.php`; from the command line checks of what the
 * plugin writes, `php wordpress.php FOLDER`, where FOLDER has wp-content/plugins/article-reader/.
 */

define( 'ABSPATH', __DIR__ . '/' );

const PLUGIN = 'wp-content/plugins/article-reader/article-reader.php';
const POST   = '<h1>افتتاح مكتبة جديدة</h1>
<p>افتتحت البلدية اليوم مكتبة عامة تضم 25 ألف كتاب. وقال المدير إن القاعة تتسع لنحو 120 زائرا.</p>
<p>وتفتح المكتبة أبوابها من الساعة 9 صباحا كل يوم.</p>';

/** What the site is just now; each check sets it. */
class Site {
	public static $option    = false;
	public static $type      = 'post';
	public static $content   = POST;
	public static $singular  = true;
	public static $main      = true;
	public static $feed      = false;
	public static $password  = false;
	public static $hooks     = array();
	public static $shortcode = null;
	public static $scripts   = array();
	public static $styles    = array();
	public static $fields    = array();
	public static $uninstall = null;
}

function add_action( $name, $do, $priority = 10 ) {
	Site::$hooks[ $name ][ $priority ][] = $do;
}
function add_filter( $name, $do, $priority = 10 ) {
	add_action( $name, $do, $priority );
}
function run_hooks( $name, $value = null ) {
	$hooks = Site::$hooks[ $name ] ?? array();
	ksort( $hooks );
	foreach ( array_merge( ...array_values( $hooks ) ?: array( array() ) ) as $do ) {
		$value = $do( $value );
	}
	return $value;
}
function add_shortcode( $name, $do ) {
	Site::$shortcode = $do;
	add_filter( 'the_content', 'do_shortcode', 11 );
}
function do_shortcode( $content ) {
	$pattern = '~\[article-reader([^\]]*)\](?:(.*?)\[/article-reader\])?~s';
	return preg_replace_callback(
		$pattern,
		function ( $found ) {
			preg_match_all( '~([\w-]+)="([^"]*)"~', $found[1], $pairs );
			return ( Site::$shortcode )( array_combine( $pairs[1], $pairs[2] ) ?: '', $found[2] ?? '' );
		},
		$content
	);
}
function has_shortcode( $content, $name ) {
	return false !== strpos( $content, "[$name" );
}
function get_option( $name ) {
	return Site::$option;
}
function delete_option( $name ) {
	Site::$option = false;
}
function is_singular( $types = '' ) {
	return Site::$singular && ( ! $types || in_array( Site::$type, (array) $types, true ) );
}
function in_the_loop() {
	return Site::$main;
}
function is_main_query() {
	return Site::$main;
}
function is_feed() {
	return Site::$feed;
}
function post_password_required() {
	return Site::$password;
}
function get_post() {
	return (object) array( 'post_content' => Site::$content );
}
function get_post_types( $query, $output = 'names' ) {
	$types = array( 'post' => 'Posts', 'page' => 'Pages' );
	foreach ( $types as $name => $label ) {
		$types[ $name ] = 'objects' === $output ? (object) compact( 'name', 'label' ) : $name;
	}
	return $types;
}
function esc_attr( $text ) {
	return htmlspecialchars( (string) $text, ENT_QUOTES );
}
function esc_html( $text ) {
	return esc_attr( $text );
}
function esc_url( $url, $protocols ) {
	$scheme = parse_url( $url, PHP_URL_SCHEME );
	return null === $scheme || in_array( $scheme, $protocols, true ) ? str_replace( array( '"', ' ' ), array( '%22', '%20' ), $url ) : '';
}
function esc_url_raw( $url, $protocols ) {
	return esc_url( $url, $protocols );
}
function __( $text ) {
	return $text;
}
function esc_html__( $text ) {
	return esc_html( $text );
}
function checked( $one, $other, $print ) {
	return $one === $other ? ' checked' : '';
}
function selected( $one, $other, $print ) {
	return $one === $other ? ' selected' : '';
}
function plugins_url( $path ) {
	return '/' . dirname( PLUGIN ) . "/$path";
}
function plugin_basename( $file ) {
	return 'article-reader/article-reader.php';
}
function load_plugin_textdomain() {}
function wp_enqueue_script_module( $name, $address, $needs, $version ) {
	Site::$scripts[ $name ] = "$address?ver=$version";
}
function wp_register_style() {}
function wp_enqueue_style( $name ) {
	Site::$styles[ $name ] = '';
}
function wp_add_inline_style( $name, $css ) {
	Site::$styles[ $name ] = $css;
}
function register_setting( $page, $name, $options ) {
	Site::$fields['sanitize'] = $options['sanitize_callback'];
}
function add_settings_section() {}
function add_settings_field( $id, $label, $control ) {
	Site::$fields[ $id ] = $control;
}
function register_uninstall_hook( $file, $do ) {
	Site::$uninstall = $do;
}

/** A page as a theme prints it. */
function page(): string {
	Site::$scripts = array();
	Site::$styles  = array();
	run_hooks( 'wp_enqueue_scripts' );
	$content = run_hooks( 'the_content', Site::$content );
	$head    = '';
	foreach ( Site::$styles as $css ) {
		$head .= "<style>$css</style>";
	}
	foreach ( Site::$scripts as $name => $address ) {
		$head .= "<script type=\"module\" src=\"$address\" id=\"$name-js-module\"></script>";
	}
	return '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8" />'
		. '<meta name="viewport" content="width=device-width, initial-scale=1" />'
		. "<title>افتتاح مكتبة جديدة</title>$head</head><body>$content</body></html>";
}

/** The page of a site that is set so. */
function page_with( array $site ): string {
	foreach ( ( new ReflectionClass( 'Site' ) )->getDefaultProperties() as $name => $value ) {
		if ( ! in_array( $name, array( 'hooks', 'shortcode', 'fields', 'uninstall' ), true ) ) {
			Site::$$name = $site[ $name ] ?? $value;
		}
	}
	return page();
}

if ( 'cli' !== PHP_SAPI ) {
	$file = $_SERVER['DOCUMENT_ROOT'] . parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
	if ( is_file( $file ) ) {
		return false;
	}
	if ( '/' !== parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ) {
		http_response_code( 404 );
		return;
	}
	require $_SERVER['DOCUMENT_ROOT'] . '/' . PLUGIN;
	echo page();
	return;
}

$folder = $argv[1];
require "$folder/" . PLUGIN;
$faults = 0;
function check( string $what, bool $is_so ): void {
	global $faults;
	if ( ! $is_so ) {
		++$faults;
		echo "not so: $what\n";
	}
}
$has = 'str_contains';

$wrapped = '<article-reader>' . POST . '</article-reader>';
$page    = page_with( array() );
check( 'a post is wrapped', $has( $page, $wrapped ) );
check( 'its script is there, with a version', $has( $page, '/dist/article-reader.js?ver=0.1.0"' ) );
check( 'room is kept for the bar', $has( $page, 'article-reader:not(:defined)' ) );

foreach ( array(
	'a page, where articles are posts'  => array( 'type' => 'page' ),
	'a list of posts'                   => array( 'singular' => false ),
	'a list beside the post'            => array( 'main' => false ),
	'a feed'                            => array( 'feed' => true ),
	'a post behind a password'          => array( 'password' => true ),
	'a site that wants none by itself'  => array( 'option' => array( 'automatic' => false ) ),
	'a site where nothing is an article' => array( 'option' => array( 'post_types' => array() ) ),
) as $what => $site ) {
	check( "$what has no reader", ! $has( page_with( $site ), '<article-reader' ) );
}
check( 'a page is wrapped where it is chosen', $has( page_with( array( 'type' => 'page', 'option' => array( 'post_types' => array( 'page' ) ) ) ), $wrapped ) );
check( 'a damaged option is as none', $has( page_with( array( 'option' => 'x' ) ), $wrapped ) );

$option = array( 'theme' => 'sepia', 'highlight' => 'word', 'pronunciations' => '/names.json' );
check(
	'what the site has set is written',
	$has( page_with( compact( 'option' ) ), '<article-reader theme="sepia" highlight="word" pronunciations="/names.json">' )
);

$content = 'قبل [article-reader theme="dark" rate="1.5" onclick="x" text-size="big"]<p>نص</p>[/article-reader] بعد';
$page    = page_with( array( 'content' => $content, 'option' => $option ) );
check(
	'a shortcode has its place and its own words before those of the site; what is no attribute is left out',
	$has( $page, 'قبل <article-reader theme="dark" highlight="word" pronunciations="/names.json" rate="1.5"><p>نص</p></article-reader> بعد' )
);
check( 'and there is one reader', 1 === substr_count( $page, '<article-reader ' ) );
check( 'a shortcode outside a post brings the script', $has( page_with( array( 'singular' => false, 'content' => $content ) ), 'article-reader.js' ) );
check( 'in a feed there is the text alone', ! $has( page_with( array( 'feed' => true, 'content' => $content ) ), 'article-reader ' ) );
$page = page_with( array( 'content' => '[article-reader src="/a.html" theme="page"]' ) );
check( 'a file is read', $has( $page, '<article-reader src="/a.html"></article-reader>' ) );
$page = page_with( array( 'content' => '[article-reader src="javascript:alert(1)" voice="<b>"]x[/article-reader]' ) );
check( 'other schemes and signs of HTML do nothing', $has( $page, '<article-reader voice="&lt;b&gt;">' ) );

page_with( array() );
run_hooks( 'admin_init' );
$sanitize = Site::$fields['sanitize'];
check(
	'settings are as by default where nothing known is sent',
	array( 'automatic' => false, 'post_types' => array() ) + ARTICLE_READER_DEFAULTS
		== $sanitize( array( 'theme' => 'pink', 'post_types' => array( 'no' ), 'pronunciations' => 'javascript:x', 'more' => 1 ) )
);
$sent = array( 'automatic' => true, 'post_types' => array( 'page' ), 'theme' => 'dark', 'highlight' => 'none', 'pronunciations' => 'https://example.com/a.json' );
check( 'and as they are sent else', $sent === $sanitize( array( 'automatic' => '1' ) + $sent ) );
Site::$option = $sent;
ob_start();
foreach ( array_diff_key( Site::$fields, array( 'sanitize' => 1 ) ) as $control ) {
	$control();
}
$form = ob_get_clean();
check( 'the form shows what is kept', $has( $form, 'value="page" checked>' ) && $has( $form, 'value="dark" selected>' ) && $has( $form, 'value="https://example.com/a.json"' ) );
check( 'every control has its name', 6 === substr_count( $form, 'name="article_reader[' ) );
( Site::$uninstall )();
check( 'nothing is left where it is deleted', false === Site::$option );

$messages = ( require "$folder/" . dirname( PLUGIN ) . '/languages/article-reader-ar.l10n.php' )['messages'];
preg_match_all( "~__\( '([^']+)', 'article-reader' \)~", file_get_contents( "$folder/" . PLUGIN ), $used );
check( 'every word of the settings is there in Arabic, and no other', array() === array_diff( $used[1], array_keys( $messages ) ) && array() === array_diff( array_keys( $messages ), $used[1] ) );

echo $faults ? "$faults not so\n" : "all so\n";
exit( $faults ? 1 : 0 );
