<?php
/**
 * Plugin Name: Article Reader
 * Description: Lets visitors read a post by eye, by ear or by keyboard: Arabic typography, themes, and reading aloud.
 * Version: 0.1.0
 * Requires at least: 6.5
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: article-reader
 * Domain Path: /languages
 */

defined( 'ABSPATH' ) || exit;

/** What the site keeps: one option, with these where nothing is set. */
const ARTICLE_READER_DEFAULTS = array(
	'automatic'      => true,
	'post_types'     => array( 'post' ),
	'theme'          => 'page',
	'highlight'      => 'both',
	'pronunciations' => '',
);

const ARTICLE_READER_THEMES     = array( 'page', 'system', 'light', 'dark', 'sepia', 'contrast' );
const ARTICLE_READER_HIGHLIGHTS = array( 'both', 'sentence', 'word', 'none' );

/** Attributes that a shortcode may have beside those that are checked one by one. */
const ARTICLE_READER_TEXTS = array( 'voice', 'ui-lang', 'for', 'shortcuts', 'persist' );

function article_reader_options(): array {
	$kept = get_option( 'article_reader' );
	return array_merge( ARTICLE_READER_DEFAULTS, is_array( $kept ) ? $kept : array() );
}

/**
 * The start tag.
 *
 * @param array $attributes by name, as somebody wrote them: what the element does not know is left out.
 */
function article_reader_tag( array $attributes ): string {
	$written = '';
	foreach ( $attributes as $name => $value ) {
		$value = trim( (string) $value );
		if ( 'theme' === $name ) {
			$keep = 'page' !== $value && in_array( $value, ARTICLE_READER_THEMES, true );
		} elseif ( 'highlight' === $name ) {
			$keep = 'both' !== $value && in_array( $value, ARTICLE_READER_HIGHLIGHTS, true );
		} elseif ( 'text-size' === $name || 'rate' === $name ) {
			$keep = is_numeric( $value );
		} elseif ( 'src' === $name || 'pronunciations' === $name ) {
			$value = esc_url( $value, array( 'http', 'https' ) );
			$keep  = '' !== $value;
		} else {
			$keep = '' !== $value && in_array( $name, ARTICLE_READER_TEXTS, true );
		}
		if ( $keep ) {
			$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	return "<article-reader$written>";
}

/** What the site has set for all its articles. */
function article_reader_site_attributes(): array {
	return array_intersect_key(
		article_reader_options(),
		array_flip( array( 'theme', 'highlight', 'pronunciations' ) )
	);
}

/** Whether the whole post that is shown is to be wrapped. */
function article_reader_wraps(): bool {
	$options = article_reader_options();
	return $options['automatic']
		&& $options['post_types']
		&& is_singular( $options['post_types'] )
		&& ! post_password_required();
}

/** Whether an author has put a reader somewhere in the post. */
function article_reader_is_placed(): bool {
	$post = get_post();
	return $post && has_shortcode( $post->post_content, 'article-reader' );
}

/** The script, and the room for the bar until it has come: nothing moves then. */
function article_reader_enqueue(): void {
	wp_enqueue_script_module(
		'article-reader',
		plugins_url( 'dist/article-reader.js', __FILE__ ),
		array(),
		'0.1.0'
	);
	wp_register_style( 'article-reader', false, array(), '0.1.0' );
	wp_enqueue_style( 'article-reader' );
	wp_add_inline_style(
		'article-reader',
		'@media (scripting: enabled) { article-reader:not(:defined) { display: flow-root; --room: 108px; padding-block: var(--room) 0; } }'
		. '@media (scripting: enabled) and (max-width: 480px) { article-reader:not(:defined) { padding-block: 0 var(--room); } }'
		. '@media (max-height: 480px) { article-reader:not(:defined) { --room: 70px; } }'
	);
}

add_action(
	'wp_enqueue_scripts',
	function () {
		if ( is_singular() && ( article_reader_wraps() || article_reader_is_placed() ) ) {
			article_reader_enqueue();
		}
	}
);

/*
 * After WordPress has made paragraphs (10) and shortcodes (11), before what other plugins put beside a
 * post, which is no part of it.
 */
add_filter(
	'the_content',
	function ( $content ) {
		if ( ! in_the_loop() || ! is_main_query() || ! article_reader_wraps() || is_feed() ) {
			return $content;
		}
		// An author has said where it is to be.
		if ( false !== strpos( $content, '<article-reader' ) ) {
			return $content;
		}
		return article_reader_tag( article_reader_site_attributes() ) . $content . '</article-reader>';
	},
	12
);

/* `[article-reader]…[/article-reader]` round a part of a post, `[article-reader src="…"]` for a file. */
add_shortcode(
	'article-reader',
	function ( $attributes, $content = '' ) {
		$content = do_shortcode( (string) $content );
		// In a feed there is nothing that could read it.
		if ( is_feed() ) {
			return $content;
		}
		// Also where it stands in a list of posts or in a widget.
		article_reader_enqueue();
		$attributes = array_merge( article_reader_site_attributes(), is_array( $attributes ) ? $attributes : array() );
		return article_reader_tag( $attributes ) . $content . '</article-reader>';
	}
);

/**
 * What the settings page sends, made right: what is not known is as by default.
 *
 * @param mixed $sent from the form.
 */
function article_reader_sanitize( $sent ): array {
	$sent  = is_array( $sent ) ? $sent : array();
	$one_of = function ( string $name, array $known ) use ( $sent ) {
		$value = $sent[ $name ] ?? '';
		return in_array( $value, $known, true ) ? $value : ARTICLE_READER_DEFAULTS[ $name ];
	};
	$types = array_keys( get_post_types( array( 'public' => true ) ) );
	return array(
		'automatic'      => ! empty( $sent['automatic'] ),
		'post_types'     => array_values( array_intersect( $types, (array) ( $sent['post_types'] ?? array() ) ) ),
		'theme'          => $one_of( 'theme', ARTICLE_READER_THEMES ),
		'highlight'      => $one_of( 'highlight', ARTICLE_READER_HIGHLIGHTS ),
		'pronunciations' => esc_url_raw( (string) ( $sent['pronunciations'] ?? '' ), array( 'http', 'https' ) ),
	);
}

/** A row of the settings. */
function article_reader_field( string $name, string $label, callable $control ): void {
	add_settings_field(
		"article_reader_$name",
		$label,
		$control,
		'reading',
		'article_reader',
		// A group of boxes has a legend instead.
		'post_types' === $name ? array() : array( 'label_for' => "article_reader_$name" )
	);
}

/** A list to choose one from. */
function article_reader_select( string $name, array $labels ): callable {
	return function () use ( $name, $labels ) {
		printf( '<select id="article_reader_%1$s" name="article_reader[%1$s]">', esc_attr( $name ) );
		foreach ( $labels as $value => $label ) {
			printf(
				'<option value="%s"%s>%s</option>',
				esc_attr( $value ),
				selected( article_reader_options()[ $name ], $value, false ),
				esc_html( $label )
			);
		}
		echo '</select>';
	};
}

/* Settings → Reading has it: no page more in the menu. */
add_action(
	'admin_init',
	function () {
		register_setting(
			'reading',
			'article_reader',
			array(
				'type'              => 'array',
				'sanitize_callback' => 'article_reader_sanitize',
				'default'           => ARTICLE_READER_DEFAULTS,
			)
		);
		add_settings_section( 'article_reader', __( 'Article Reader', 'article-reader' ), '__return_null', 'reading' );
		article_reader_field(
			'automatic',
			__( 'Every article', 'article-reader' ),
			function () {
				printf(
					'<label><input type="checkbox" id="article_reader_automatic" name="article_reader[automatic]" value="1"%s> %s</label><p class="description">%s</p>',
					checked( article_reader_options()['automatic'], true, false ),
					esc_html__( 'Put the reader round every article by itself', 'article-reader' ),
					esc_html__( 'In one post only, write [article-reader]…[/article-reader] round its text.', 'article-reader' )
				);
			}
		);
		article_reader_field(
			'post_types',
			__( 'Articles are', 'article-reader' ),
			function () {
				printf( '<fieldset><legend class="screen-reader-text">%s</legend>', esc_html__( 'Articles are', 'article-reader' ) );
				foreach ( get_post_types( array( 'public' => true ), 'objects' ) as $type ) {
					printf(
						'<label><input type="checkbox" name="article_reader[post_types][]" value="%s"%s> %s</label><br>',
						esc_attr( $type->name ),
						checked( in_array( $type->name, article_reader_options()['post_types'], true ), true, false ),
						esc_html( $type->label )
					);
				}
				echo '</fieldset>';
			}
		);
		article_reader_field(
			'theme',
			__( 'Colours', 'article-reader' ),
			article_reader_select(
				'theme',
				array(
					'page'     => __( 'As the page', 'article-reader' ),
					'system'   => __( 'As the device', 'article-reader' ),
					'light'    => __( 'Light', 'article-reader' ),
					'dark'     => __( 'Dark', 'article-reader' ),
					'sepia'    => __( 'Sepia', 'article-reader' ),
					'contrast' => __( 'High contrast', 'article-reader' ),
				)
			)
		);
		article_reader_field(
			'highlight',
			__( 'Marked while read', 'article-reader' ),
			article_reader_select(
				'highlight',
				array(
					'both'     => __( 'Sentence and word', 'article-reader' ),
					'sentence' => __( 'Sentence', 'article-reader' ),
					'word'     => __( 'Word', 'article-reader' ),
					'none'     => __( 'Nothing', 'article-reader' ),
				)
			)
		);
		article_reader_field(
			'pronunciations',
			__( 'Pronunciations', 'article-reader' ),
			function () {
				printf(
					'<input type="url" class="regular-text" dir="ltr" id="article_reader_pronunciations" name="article_reader[pronunciations]" value="%s"><p class="description">%s</p>',
					esc_attr( article_reader_options()['pronunciations'] ),
					esc_html__( 'Address of a JSON file: how names are said.', 'article-reader' )
				);
			}
		);
	}
);

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'article-reader', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	}
);

/** Nothing is left where the plugin is deleted. */
function article_reader_uninstall(): void {
	delete_option( 'article_reader' );
}
register_uninstall_hook( __FILE__, 'article_reader_uninstall' );
